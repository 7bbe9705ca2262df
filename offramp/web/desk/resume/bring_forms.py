"""An old résumé on its way in: a file or pasted words, read at once; the original goes with the request."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.documents import places
from offramp.files.refusals import NotConfined, NotRecognised, NotTaken, TooManyPages
from offramp.paper import contents, reading
from offramp.paper.contents import Parted
from offramp.paper.resumes import NotAResume, TooMuch, WrongDate
from offramp.web import pace
from offramp.web.desk.forms import LONGEST_NOTE
from offramp.web.doors import MemberRequest
from offramp.web.files import words
from offramp.web.files.arriving import NOT_NOW, TOO_MANY
from offramp.web.texts import LongText

NOTHING = _("Please choose a file, or paste the words of your résumé.")
TWO = _("Please send one of the two: the file, or the pasted words.")
REFUSED: dict[type[Exception], Promise] = {
    reading.NoText: _(
        "This file holds pictures of pages, and no text that we could read; we do not guess. "
        "Save it from the program it was written in, or paste its words."
    ),
    TooManyPages: _("This file has more pages than a résumé can have. Please send the part that matters."),
    WrongDate: _(
        "It holds “%(date)s” as a date: no calendar has it, or it is written in another way. "
        "Please correct it in the file, or paste its words instead."
    ),
    NotRecognised: _(
        "We cannot read this kind of file. Open it in the program it was written in, save it as Word (.docx) "
        "or PDF, and choose that. A photo or scan of paper cannot be read: type its words, or paste them."
    ),
    TooMuch: _("This is more than one résumé can hold. Please bring it in parts."),
    NotAResume: _("This is no résumé as we know them. Please paste its words instead."),
}
WARNINGS: dict[str, Promise] = {
    "shortened": _("It was so long that its end was not read. Please look whether something is missing."),
    "no sections": _(
        "We found neither jobs nor schools in it. If they are there, put their lines where they belong."
    ),
}


class BringForm(forms.Form):
    """One of the two, and the draft by which a double click is known."""

    text = LongText(longest=LONGEST_NOTE, required=False)
    draft = forms.UUIDField(required=False)
    file = forms.FileField(required=False, allow_empty_file=True)

    @property
    def drawn(self) -> UUID:
        """Another one where it did not come along."""
        return self.cleaned_data["draft"] or uuid4()

    def clean(self) -> dict[str, Any]:
        sent, text = self.cleaned_data.get("file"), self.cleaned_data.get("text")
        if not self.errors and sent is None and not text:
            self.add_error("file", str(NOTHING))
        if sent is not None and text:
            self.add_error("file", str(TWO))
        return self.cleaned_data


@dataclass(frozen=True)
class Brought:
    """What was understood, whom it names, and what to say about it."""

    parted: Parted = field(repr=False)
    warnings: tuple[Promise, ...]
    file_name: str = field(repr=False)  # empty where words were pasted


def read(form: forms.Form, request: MemberRequest) -> int:
    """The status with which the form goes back; 0 when what was brought stands in it as `brought`."""
    sent: UploadedFile[Any] | None = form.cleaned_data["file"]
    if sent is not None and not pace.may_send_file(request.keyholder.member):
        form.add_error("file", words.TOO_MANY_SENT)
        return TOO_MANY
    at = "text" if sent is None else "file"
    try:
        found = reading.read_text(form.cleaned_data["text"]) if sent is None else reading.read(sent.read())
        parted = contents.from_resume(found.resume, new_id=places.new_id)
    except (NotTaken, reading.NoText, NotAResume) as trouble:
        form.add_error(at, _why(trouble))
        return NOT_NOW if isinstance(trouble, NotConfined) else pace.INCOMPLETE
    warnings = tuple(WARNINGS[one] for one in found.warnings if one in WARNINGS)
    form.cleaned_data["brought"] = Brought(parted, warnings, sent.name or "" if sent else "")
    return 0


def _why(trouble: Exception) -> str:
    ours = next((sentence for kind, sentence in REFUSED.items() if isinstance(trouble, kind)), None)
    if isinstance(trouble, WrongDate):
        return str(ours) % {"date": trouble.written}
    return str(ours or words.REFUSED[type(trouble)])  # type: ignore[index]
