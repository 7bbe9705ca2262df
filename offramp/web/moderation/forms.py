"""What the forms of these pages may send."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from offramp.replies.deciding import Seen
from offramp.replies.models import Reply, Rule
from offramp.replies.models.reply import LONGEST_TEXT
from offramp.replies.reasons import Reason
from offramp.web.texts import LongText

Standing = Reply.Standing
MOST = 100  # more than a page shows
# What a button says; spam is so frequent that it needs no list of reasons.
DECISIONS = {
    "show": Standing.SHOWN,
    "wait": Standing.WAITING,
    "spam": Standing.REFUSED,
    "refuse": Standing.REFUSED,
}


class SeenReplies(forms.Field):
    """Each as "<reply>:<changes>"; what is nothing of the kind is left out."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: list[str] | None) -> list[Seen]:
        return [seen for typed in (value or [])[:MOST] if (seen := _seen(typed))]


class DecisionForm(forms.Form):
    """For all that are ticked; or for one, whose button names it: "show <reply>:<changes>"."""

    decision = forms.CharField(max_length=80, required=False)
    reason = forms.ChoiceField(choices=Reason.choices, required=False)
    reply = SeenReplies(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        word, _space, one = cleaned.get("decision", "").partition(" ")
        replies = SeenReplies().to_python([one]) if one else cleaned["reply"]
        reason = {"spam": Reason.SPAM.value, "refuse": cleaned.get("reason", "")}.get(word, "")
        if not replies:
            raise forms.ValidationError(_("Tick at least one reply."))
        if word not in DECISIONS:
            raise forms.ValidationError(_("Choose what becomes of them."))
        if word == "refuse" and not reason:
            raise forms.ValidationError({"reason": _("Choose a reason: the other organizers will ask.")})
        return {"replies": replies, "after": DECISIONS[word], "reason": reason}


class UndoForm(forms.Form):
    together = forms.UUIDField()


class RuleForm(forms.Form):
    way = forms.ChoiceField(choices=Rule.Way.choices)


class AnswerForm(forms.Form):
    text = LongText(longest=LONGEST_TEXT)


def _seen(typed: str) -> Seen | None:
    reply, _colon, changes = typed.partition(":")
    try:
        return UUID(reply), int(changes[:9])
    except ValueError:
        return None
