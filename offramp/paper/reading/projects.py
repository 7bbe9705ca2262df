"""Projects: what each is called, when it was, where to see it, and what is said of it below."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import blocks, days, reaching
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_LABELLED = re.compile(
    r"^(?P<label>(?P<roles>roles?|funci[oó]n(?:es)?)|(?P<type>type|tipo)|(?P<entity>organization|"
    r"organizaci[oó]n)|keywords|technologies|tech stack|tools|palabras clave|"
    r"tecnolog[ií]as):\s+(?P<words>\S.*)$",
    re.IGNORECASE,
)


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return projects: a line names one, items and sentences below tell of it."""
    entries = blocks.of([line for line in lines if not line.item])
    heads = [block[0] for block in entries] if blocks.are_several(entries) else []
    made: list[Entry] = []
    for line in lines:
        if made and line.item:
            made[-1].setdefault("highlights", []).append(line.text)
        elif made and (line not in heads if heads else _is_told(line, made[-1])):
            _tell(line, made[-1], kept)
        else:
            made.append(_project(line, kept))
    return made


def _is_told(line: Line, entry: Entry) -> bool:
    if _LABELLED.match(line.text) or (entry.keys() == {"name"} and _is_only_when(line.text)):
        return True
    return not (days.spans(line.text) or line.is_bold or "highlights" in entry or "description" in entry)


def _is_only_when(text: str) -> bool:
    """Tell whether a line says when and nothing else."""
    spans = days.spans(text)
    return (
        len(spans) == 1 and spans[0].is_whole and text.strip() == text[spans[0].start : spans[0].end].strip()
    )


def _tell(line: Line, entry: Entry, kept: Kept) -> None:
    """Add what a plain line below its name says of a project: when, where to see it, what it was."""
    if found := _LABELLED.match(line.text):
        kept.turn(found["label"])
        key = next((key for key in ("roles", "type", "entity") if found[key]), "keywords")
        entry[key] = found["words"] if key in ("type", "entity") else blocks.pieces(found["words"])
        return
    told = _project(line, kept) if not blocks.is_sentence(line.text) and "startDate" not in entry else {}
    text = told.pop("name", "") if "startDate" in told or "endDate" in told else line.text
    entry |= told if text != line.text else {}
    if reaching.is_address(text) and "url" not in entry:
        entry["url"] = text
    elif text:
        entry["description"] = "\n".join(each for each in (entry.get("description"), text) if each)


def _project(line: Line, kept: Kept) -> Entry:
    text, entry = line.text, {}
    spans = days.spans(text)
    if spans and spans[0].is_whole:
        span = spans[0]
        kept.turn(text[span.start : span.end])
        entry = {"startDate": span.first, "endDate": "" if span.is_open else span.last}
        text = f"{text[: span.start]} {text[span.end :]}".strip(" ,|-\u2013\u2014()\u2022\u00b7")
    return {key: value for key, value in {"name": text, **entry}.items() if value}
