"""An old résumé, read: its lines come out of the confined child, and are sorted into fields here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from offramp.files import reading as files
from offramp.files.kinds import Kind
from offramp.files.runs import Run
from offramp.paper.reading import jsons, lines, pages, parse, tongues
from offramp.paper.reading.lines import Line


class NoText(Exception):
    """There are pages, but not one word on them: a scan or a photograph, which we do not guess."""


@dataclass(frozen=True)
class Read:
    """A résumé, and beside it what of the file was not understood."""

    resume: dict[str, Any] = field(repr=False)
    unread: tuple[str, ...] = field(default=(), repr=False)
    # Words that were turned into dates, labels, headings and page numbers: nothing is unaccounted for.
    turned: tuple[str, ...] = field(default=(), repr=False)
    warnings: tuple[str, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)


def read(content: bytes, *, name: str = "", is_confined: bool = True) -> Read:  # noqa: ARG001
    """Return the résumé in a file; its content tells the kind, never its name.

    Raises NotTaken, NoText, NotAResume for broken JSON.

    Outside the cell only for a person's own file on their own machine, never for what comes by a network.
    """
    told = files.lines(content, is_confined=is_confined)
    if not any(run.text.strip() for run in told.runs):
        raise NoText
    warnings = () if told.is_whole else ("shortened",)
    if told.kind is Kind.PDF:
        return _sorted(pages.of_pages(told.runs), warnings)
    if told.kind is Kind.TEXT:
        return read_text(_whole(told.runs), warnings=warnings)
    return _sorted(lines.of_document(told.runs), warnings)


def _whole(runs: Iterable[Run]) -> str:
    """The text again: a very long line came in several runs."""
    rows = groupby(runs, key=lambda run: run.line)
    return "\n".join("".join(run.text for run in row) for _, row in rows)


def read_text(text: str, *, warnings: tuple[str, ...] = ()) -> Read:
    """Return the résumé in a text that somebody pasted. Raises NoText, NotAResume for broken JSON."""
    if not text.strip():
        raise NoText
    resume = jsons.read(text)
    if resume is not None:
        return Read(resume, warnings=warnings)
    return _sorted(lines.of_text(text), warnings)


def _sorted(found: Sequence[Line], warnings: tuple[str, ...]) -> Read:
    resume, unread, turned = parse.parse(found)
    if not resume.get("work") and not resume.get("education"):
        warnings = (*warnings, "no sections")
    if unread:
        resume["x-unread"] = list(unread)
    if told := tongues.language(line.text for line in found):
        resume["x-language"] = told
    return Read(resume, unread, turned, warnings, tuple(line.text for line in found))
