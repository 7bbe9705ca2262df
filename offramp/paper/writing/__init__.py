"""A résumé or letter as a file, in each of the forms there are."""

import importlib
import json
from enum import StrEnum
from types import ModuleType
from typing import Any

from offramp.paper import layout, letters, resumes
from offramp.paper.sheet import LetterSheet, Sheet

Written = dict[str, Any]


class Form(StrEnum):
    """What a file is, by the ending of its name."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    JSON = "json"


def sheet_of(written: Written) -> Sheet | LetterSheet:
    """Check a résumé or letter and lay it out. Raises NotAResume."""
    if letters.is_letter(written):
        letters.check(written)
        return letters.lay_out(written)
    resumes.check(written)
    return layout.lay_out(written)


def write(written: Written, form: Form, *, design: str = "", paper: str = "letter") -> bytes:
    """The file. Raises NotAResume, and for a PDF what pdf.write raises."""
    sheet = sheet_of(written)
    if form is Form.JSON:
        return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()
    made: bytes
    if form is Form.PDF:
        made = _writer("pdf").write(sheet, design, paper)
    elif form is Form.DOCX:
        made = _writer("docx").write(sheet, design, paper)
    else:
        made = _writer("text").write(sheet)
    return made


def pages(written: Written, *, design: str = "", paper: str = "letter") -> int:
    """How many pages its PDF has. Raises as write does."""
    found: int = _writer("pdf").pages(sheet_of(written), design, paper)
    return found


def preview(written: Written, *, design: str = "", paper: str = "letter") -> list[bytes]:
    """A picture of each page of its PDF. Raises as write does."""
    found: list[bytes] = _writer("pdf").preview(sheet_of(written), design, paper)
    return found


def designs() -> tuple[str, ...]:
    """The names of the designs, the usual one first."""
    found: tuple[str, ...] = _writer("pdf").DESIGNS
    return found


def _writer(name: str) -> ModuleType:
    """Only the one that is asked for: the libraries behind them take longer to load than a file to write."""
    return importlib.import_module(f"offramp.paper.writing.{name}")
