"""A file on its way from a form to whoever may open it: named, looked through, cleaned before it is kept."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offramp.files import answers, examination
from offramp.files.refusals import NotConfined, NotTaken, TooLarge
from offramp.people import filing
from offramp.people.models.sealed_file import Cleaned
from offramp.web import pace, uploads
from offramp.web.doors import MemberRequest
from offramp.web.files import words
from offramp.web.texts import LongText, TextForm

Look = Callable[[forms.Form, MemberRequest], int]
LONGEST_NAME = 200
TOO_MANY, NOT_NOW = 429, 503


@dataclass(frozen=True)
class Arrived:
    """A cleaned file, and the name it has on its owner's device."""

    name: str = field(repr=False)
    cleaned: answers.Cleaned = field(repr=False)

    @property
    def title(self) -> str:
        """The name without its ending; a neutral one where only the stump of a name arrived."""
        stem = PurePath(self.name).stem
        is_cut = stem.count("<") != stem.count(">") or not any(map(str.isalnum, stem))
        return _("A file") if is_cut else stem

    def for_keeping(self, called: str = "") -> Cleaned:
        """What a desk or a conversation keeps of it: what its owner calls it, never the name it had."""
        return filing.kept(called or _("file"), self.cleaned)


class MessageForm(TextForm):
    """A text, and a file if somebody likes, under the name that whoever gets it shall read."""

    called = LongText(longest=LONGEST_NAME, required=False)
    file = forms.FileField(required=False, allow_empty_file=True)


class FileForm(forms.Form):
    """A file for the desk, what it is called there, and the draft by which a double click is known."""

    text = LongText(longest=LONGEST_NAME, required=False)
    draft = forms.UUIDField(required=False)
    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": gettext_lazy("Please choose a file first.")}
    )

    @property
    def drawn(self) -> UUID:
        """Another one where it did not come along."""
        return self.cleaned_data["draft"] or uuid4()


def refusal(form: forms.Form, request: MemberRequest, *, look: Look | None = None) -> int:
    """The status with which a form goes back, a sentence beside it; 0 when it holds what may be kept.

    What then stands in the form in the file's stead has arrived. Somebody else may look through the file.
    """
    if room := uploads.why_turned_away(request):
        return _not_here(form, words.TURNED_AWAY[room], NOT_NOW)
    if uploads.was_cut_off(request):
        return _not_here(form, words.REFUSED[TooLarge], pace.INCOMPLETE)
    status = pace.refusal(form, of=request.keyholder.member) or (look or _examined)(form, request)
    if status and uploads.brought(request) and "file" not in form.errors:
        form.add_error("file", words.CHOOSE_AGAIN)
    return status


def _not_here(form: forms.Form, why: Promise, status: int) -> int:
    """A file that was sent, and did not come as far as the form."""
    form.errors.pop("file", None)
    form.add_error("file", str(why))
    return status


def _examined(form: forms.Form, request: MemberRequest) -> int:
    sent: UploadedFile[Any] | None = form.cleaned_data["file"]
    if sent is None:
        return 0
    if not pace.may_send_file(request.keyholder.member):
        form.add_error("file", words.TOO_MANY_SENT)
        return TOO_MANY
    try:
        cleaned = examination.examine(sent.read())
    except NotTaken as trouble:
        form.add_error("file", str(words.REFUSED[type(trouble)]))
        return NOT_NOW if isinstance(trouble, NotConfined) else pace.INCOMPLETE
    form.cleaned_data["file"] = Arrived(_name(sent), cleaned)
    return 0


def _name(sent: "UploadedFile[Any]") -> str:
    """As its owner calls it; it is shown to people, and never used to find or open anything."""
    name = "".join(letter for letter in sent.name or "" if letter.isprintable())
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    return (stem[: LONGEST_NAME - len(ending)] + ending)[:LONGEST_NAME]
