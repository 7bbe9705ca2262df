"""A résumé without a single heading: its lines with dates tell jobs from schools, and both from the head."""

from dataclasses import replace

from offramp.paper.reading import days, labels, places, reaching, top
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import degree, employer_strength, is_school, title_strength
from offramp.paper.reading.sections import Part

_MOST_HEAD_WORDS = 12
_MOST_ABOVE = 2


def parts(only: Part) -> list[Part]:
    """Return the head, the jobs and the schools; only the head if no line with a date says what it was."""
    lines = only.lines
    first = next((at for at, line in enumerate(lines) if _is_dated(line)), -1)
    if first < 0:
        return [only]
    begins = _begins(lines, first)
    made = [Part("top", lines=list(lines[:begins]))]
    for line in lines[begins:]:
        key = _key(line) or (made[-1].key if made[-1].key != "top" else "work")
        if made[-1].key != key:
            made.append(Part(key))
        made[-1].lines.append(line if _key(line) or _is_head(line) else replace(line, item=line.item or 1))
    return made


def _begins(lines: list[Line], first: int) -> int:
    """Return where the first job begins; a line that says title and time needs none above it."""
    if title_strength(lines[first].text):
        return first
    begins = first
    while begins > max(0, first - _MOST_ABOVE) and _is_head(lines[begins - 1], is_first=begins == 1):
        begins -= 1
    return begins


def _is_dated(line: Line) -> bool:
    is_told = any(span.is_whole for span in days.spans(line.text)) and not reaching.private(line.text)
    return is_told and len(line.text.split()) <= _MOST_HEAD_WORDS + 6 and bool(_key(line))


def _key(line: Line) -> str:
    """Return the section that a line with a date belongs to; "" if none is sure."""
    text = line.text
    if not days.spans(text) or line.item:
        return ""
    has_school = is_school(text) or bool(degree(text))
    if has_school and not title_strength(text):
        return "education"
    bare = days.spans(text)[0].start <= 1 and days.spans(text)[-1].end >= len(text.strip()) - 1
    return "work" if bare or title_strength(text) or employer_strength(text) else ""


def _is_head(line: Line, *, is_first: bool = False) -> bool:
    """Tell whether a line without a date is a part of a head: a title, an employer, a place or a fact."""
    text = line.text
    if is_first or line.item or line.text[:1].islower() or len(text.split()) > _MOST_HEAD_WORDS:
        return False
    if reaching.stands_alone(text) and not places.is_place(text):
        return False
    is_told = title_strength(text) == 3 or employer_strength(text) > 0 or places.is_place(text)
    return (is_told and not top.tells(text)) or labels.begins(text)
