"""A résumé or a letter as a tagged PDF, set by Typst, and its pages as pictures."""

import json
import re
from dataclasses import asdict
from pathlib import Path
from threading import local
from typing import Any, Literal

import typst

from offramp.paper.sheet import LetterSheet, Sheet
from offramp.paper.writing import fonts, length, scripts

DESIGNS = ("plain", "classic", "modern")

_FOLDER = Path(__file__).parent / "designs"
_PAPERS = {"letter": "us-letter", "a4": "a4"}
# What a browser shows in its tab and keeps in its history where nobody is named: it says nothing.
_UNNAMED = {"en": "Document", "es": "Documento"}
_LONG_WORD = re.compile(r"\S{40}")
# The last of them: a title before it may look the same.
_PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)<")
# Where Typst names itself and its version; again the last, for the same reason.
_CREATORS = (re.compile(rb"/Creator\((Typst [^)]*)\)>>\nendobj"), re.compile(rb"<xmp:CreatorTool>([^<]*)<"))
_of_thread = local()  # a compiler refuses a second thread with "Already borrowed"


class UnknownDesign(Exception):
    """No design, or no paper, of this name."""


def write(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> bytes:
    """Tagged after PDF/UA-1, the same bytes for the same words. Raises CannotShow, UnknownDesign."""
    (written,) = _compiled(sheet, design=design, paper=paper, form="pdf")
    return _without_creator(written)


def pages(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> int:
    """How many pages it takes. Raises CannotShow, UnknownDesign."""
    return int(_PAGES.findall(write(sheet, design, paper))[-1])


def preview(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> list[bytes]:
    """Each page as an SVG of outlines: no text, no link, no script. Raises CannotShow, UnknownDesign."""
    return _compiled(sheet, design=design, paper=paper, form="svg")


def _compiled(
    sheet: Sheet | LetterSheet, *, design: str, paper: str, form: Literal["pdf", "svg"]
) -> list[bytes]:
    if (design and design not in DESIGNS) or paper not in _PAPERS:
        raise UnknownDesign(design, paper)
    scripts.insist(sheet.lines())
    told = {
        "sheet": scripts.composed(json.dumps(_told(sheet), ensure_ascii=False)),
        "form": "letter" if isinstance(sheet, LetterSheet) else "resume",
        "design": design or DESIGNS[0],
        "paper": _PAPERS[paper],
        "links": "yes" if form == "pdf" else "",
    }
    standards: list[Any] = ["ua-1"] if form == "pdf" else []
    made = _compiler().compile(format=form, sys_inputs=told, pdf_standards=standards, timestamp=0)
    return made if isinstance(made, list) else [made or b""]


def _told(sheet: Sheet | LetterSheet) -> dict[str, Any]:
    told = asdict(sheet) | {
        "title": sheet.name or _UNNAMED[sheet.language],
        "long": any(map(_LONG_WORD.search, sheet.lines())),
    }
    if isinstance(sheet, Sheet):
        told["is_short"] = length.is_short(sheet)
        for block, shown in zip(sheet.blocks, told["blocks"], strict=True):
            shown["is_compact"] = block.is_compact
    return told


def _without_creator(written: bytes) -> bytes:
    """Blanks of the same length keep every offset of the file true."""
    for named in _CREATORS:
        *_, last = named.finditer(written)
        start, end = last.span(1)
        written = written[:start] + b" " * (end - start) + written[end:]
    return written


def _compiler() -> typst.Compiler:
    """One for each thread, as it works while others read: nobody waits for a long file of somebody else."""
    if not hasattr(_of_thread, "compiler"):
        _of_thread.compiler = _new_compiler()
    found: typst.Compiler = _of_thread.compiler
    return found


def _new_compiler() -> typst.Compiler:
    """Sees the designs and these fonts alone: no font of the machine, no other file."""
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])
    return typst.Compiler(_FOLDER / "paper.typ", root=_FOLDER, font_paths=ours, ignore_system_fonts=True)
