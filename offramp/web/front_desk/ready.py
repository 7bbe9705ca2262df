"""Ready texts to start an answer from, and what keeps one from going out half written."""

import re

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.campaigns.replies import ReadyText
from offramp.web import kept
from offramp.web.doors import MemberRequest
from offramp.web.texts import TextForm

A_GAP = re.compile(r"\[[^\]\n]+\]")  # as in “[your question]”


class AnswerForm(TextForm):
    """An answer to somebody who waits must not reach them with a gap in it."""

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        for gap in A_GAP.findall(text):
            if any(gap in ready.text for ready in (*starters(), *reasons())):
                raise forms.ValidationError(_("Please fill in this gap first: %(gap)s") % {"gap": gap})
        return text


def starters() -> tuple[ReadyText, ...]:
    return campaigns.current().reply_starters(get_language() or "en")


def reasons() -> tuple[ReadyText, ...]:
    return campaigns.current().closing_reasons(get_language() or "en")


def first_words(request: MemberRequest, ready: tuple[ReadyText, ...]) -> dict[str, object]:
    """What the field begins with: a text kept over a sign-in, or the ready text that was chosen."""
    text = kept.take(request)
    chosen = [one.text for one in ready if one.id == request.GET.get("start")]
    return {"form": TextForm(initial={"text": text or "".join(chosen)}), "kept": bool(text), "ready": ready}
