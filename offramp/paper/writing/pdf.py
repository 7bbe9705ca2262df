"""A résumé or a letter as a tagged PDF, set by Typst, and its pages as pictures."""

import json
import re
from pathlib import Path
from threading import local
from typing import Any, Literal

import typst

from offramp.paper.sheet import Block, LetterSheet, Sheet
from offramp.paper.writing import fonts, length, rows, scripts

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
_Form = Literal["pdf", "svg"]
_of_thread = local()  # a compiler refuses a second thread with "Already borrowed"


class UnknownDesign(Exception):
    """No design, or no paper, of this name."""


def write(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> bytes:
    """Tagged after PDF/UA-1, the same bytes for the same words. Raises CannotShow, UnknownDesign."""
    (written,) = _compiled(sheet, design=design, paper=paper, form="pdf")
    return _without_creator(written)


def pages(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> int:
    """How many pages it takes. Raises CannotShow, UnknownDesign."""
    return _count([write(sheet, design, paper)])


def preview(sheet: Sheet | LetterSheet, design: str = DESIGNS[0], paper: str = "letter") -> list[bytes]:
    """Each page as an SVG of outlines: no text, no link, no script. Raises CannotShow, UnknownDesign."""
    return _compiled(sheet, design=design, paper=paper, form="svg")


def _compiled(sheet: Sheet | LetterSheet, *, design: str, paper: str, form: _Form) -> list[bytes]:
    if (design and design not in DESIGNS) or paper not in _PAPERS:
        raise UnknownDesign(design, paper)
    scripts.insist(sheet.lines())
    told = {
        "sheet": scripts.composed(json.dumps(_told(sheet), ensure_ascii=False, default=vars)),
        "form": "letter" if isinstance(sheet, LetterSheet) else "resume",
        "design": design or DESIGNS[0],
        "paper": _PAPERS[paper],
        "links": "yes" if form == "pdf" else "",
    }
    return _fitted(sheet, form, told)


def _fitted(sheet: Sheet | LetterSheet, form: _Form, told: dict[str, str]) -> list[bytes]:
    """Where a few lines would run over a page, set smaller until they do not; unless that does not help."""
    usual, *smaller = length.sizes(sheet)
    first = made = _set(form, told | {"size": usual})
    for size in smaller:
        if not length.is_little_over(sheet, _count(made)):
            break
        made = _set(form, told | {"size": size})
    return made if _count(made) < _count(first) else first


def _set(form: _Form, told: dict[str, str]) -> list[bytes]:
    standards: list[Any] = ["ua-1"] if form == "pdf" else []
    made = _compiler().compile(format=form, sys_inputs=told, pdf_standards=standards, timestamp=0)
    return made if isinstance(made, list) else [made or b""]


def _count(made: list[bytes]) -> int:
    """Of pages: a PDF says it, and of pictures there is one for each."""
    said = _PAGES.findall(made[0])
    return int(said[-1]) if said else len(made)


def _told(sheet: Sheet | LetterSheet) -> dict[str, Any]:
    told = vars(sheet) | {
        "title": sheet.name or _UNNAMED[sheet.language],
        "long": any(map(_LONG_WORD.search, sheet.lines())),
        "contact": rows.packed(sheet.contact),
    }
    if isinstance(sheet, Sheet):
        told |= {"facts": rows.packed(sheet.facts), "blocks": list(map(_of_block, sheet.blocks))}
    return told


def _of_block(block: Block) -> dict[str, Any]:
    heads = zip(block.entries, rows.heads(block), strict=True)
    return {
        "heading": block.heading,
        "is_compact": block.is_compact,
        "entries": [vars(entry) | {"head": head} for entry, head in heads],
    }


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
