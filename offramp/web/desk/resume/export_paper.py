"""A paper as a file: made in memory with the name that was typed, read back by line, and kept nowhere."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpResponse

from offramp.documents.versions import Opened
from offramp.files.refusals import NotTaken
from offramp.paper import checking, contents, letters, lines, writing
from offramp.paper.checking import Checked
from offramp.paper.writing import Form, length
from offramp.web.desk.resume.export_forms import ExportForm
from offramp.web.files.safe_view import SHUT

MEDIA = {
    Form.PDF: "application/pdf",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.TXT: "text/plain; charset=utf-8",
    Form.JSON: "application/json",
}


# Some twenty pages, and two seconds of the processor for the words that take longest to set.
MOST_IN_A_PDF = 60_000


class TooLong(Exception):
    """More pages than anybody would read; drawing them would keep others waiting."""


@dataclass(frozen=True)
class Made:
    """One file, and the paper it was made of."""

    form: Form
    written: bytes = field(repr=False)
    paper: dict[str, Any] = field(repr=False)

    @property
    def top(self) -> list[str]:
        """Who it says it is of, as it stands there."""
        basics = self.paper["basics"]
        return [basics.get("name", ""), *lines.contact(basics)]

    @property
    def file_name(self) -> str:
        """It says nothing to whoever sees the list of downloads."""
        return f"document.{self.form}"

    def checked(self) -> list[Checked] | None:
        """Every line looked for in the file, in order; None where nobody can look safely just now."""
        try:
            return checking.check(self.paper, self.form, self.written)
        except NotTaken:
            return None

    def answer(self) -> HttpResponse:
        answer = HttpResponse(self.written, content_type=MEDIA[self.form])
        answer["Content-Disposition"] = f'attachment; filename="{self.file_name}"'
        answer["Content-Security-Policy"] = SHUT
        return answer


def make(opened: Opened, form: ExportForm, *, today: date) -> Made:
    """Of a form that holds what it must. Raises CannotShow, NotAResume, TooLong."""
    chosen = form.cleaned_data
    kind = Form(chosen["form"])
    paper = _paper(opened, form, today)
    if kind is Form.PDF and length.letters(writing.sheet_of(paper)) > MOST_IN_A_PDF:
        raise TooLong
    return Made(kind, writing.write(paper, kind, design=chosen["design"], paper=chosen["paper"]), paper)


def _paper(opened: Opened, form: ExportForm, today: date) -> dict[str, Any]:
    chosen = form.cleaned_data
    content = opened.content | {"language": chosen["language"]}
    if opened.kind.name == "letter":
        return letters.to_letter(content, form.contact, today.isoformat())
    content |= {"purpose": chosen["purpose"] or content["purpose"]}
    return contents.to_resume(content, contact=form.contact)
