"""The form of a text on the desk."""

from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _

from offramp.documents.kinds.kind import MOST_PLACES, Refused, TooLong, TooManyPlaces
from offramp.web.texts import LongText

# What still fits into one form whatever its letters, and is kept whole over a sign-in.
LONGEST_NOTE = 20_000


class NoteForm(forms.Form):
    """One text, and the draft it was begun with, by which a double click is known."""

    text = LongText(longest=LONGEST_NOTE, strip=False)
    draft = forms.UUIDField(required=False)

    @property
    def drawn(self) -> UUID:
        """Another one where it did not come along."""
        return self.cleaned_data["draft"] or uuid4()

    @property
    def is_unsaved(self) -> bool:
        """Whether what it holds stands nowhere else."""
        return self.is_bound or bool(self.initial["is_unsaved"])

    def refuse(self, refusal: Refused) -> None:
        self.add_error("text", _why(refusal))


def begun(text: str, *, is_unsaved: bool = False) -> NoteForm:
    """A form to type in, with a draft of its own; its text may stand nowhere else."""
    return NoteForm(initial={"text": text, "draft": uuid4(), "is_unsaved": is_unsaved})


def _why(refusal: Refused) -> str:
    if isinstance(refusal, TooManyPlaces):
        return _("A note has room for %(most)s paragraphs. Please begin another note with the rest.") % {
            "most": MOST_PLACES - 1
        }
    if isinstance(refusal, TooLong):
        return _(
            "One paragraph is longer than %(most)s characters. Please make two of it, with an empty line."
        ) % {"most": refusal.most}
    return _("This cannot be kept as it is. Please shorten it, or begin another note with a part of it.")
