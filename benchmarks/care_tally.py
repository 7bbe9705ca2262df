"""What the care check found, missed and marked for nothing, counted by kind."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from offramp.paper import care

KINDS = tuple(kind for kind in care.KINDS if kind not in care.OF_THE_OWNER)
# Words around a name that go with it, such as a rank or "No."
SLACK = 16


@dataclass(frozen=True)
class Line:
    """A line as somebody would write it, and what in it must not leave."""

    text: str
    wanted: tuple[care.spans.Span, ...] = ()


class Tally:
    """Found, missed and false marks, by kind."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.false: Counter[str] = Counter()
        self.stopped = 0  # marked, if under another kind
        self.touched: Counter[str] = Counter()
        self.needless: Counter[str] = Counter()
        self.startled = 0  # innocent lines with any mark
        self.told: list[str] = []

    def add(self, line: Line, marks: list[care.Mark]) -> None:
        for wanted in line.wanted:
            is_found = any(_covers(mark, wanted) for mark in marks)
            self.stopped += any(mark.start <= wanted.start and mark.end >= wanted.end for mark in marks)
            (self.found if is_found else self.missed)[wanted.kind] += 1
            if not is_found:
                self.told.append(f"missed {wanted.kind}: {line.text}")
        for mark in marks:
            if not any(_covers(mark, wanted) for wanted in line.wanted):
                self.false[mark.kind] += 1
                self.told.append(f"marked {mark.kind} “{mark.text}”: {line.text}")
        self._touch(line, marks)

    def _touch(self, line: Line, marks: list[care.Mark]) -> None:
        for wanted in line.wanted:
            self.touched[wanted.kind] += any(_touches(mark, wanted) for mark in marks)
        needless = [mark.kind for mark in marks if not any(_touches(mark, wanted) for wanted in line.wanted)]
        self.needless.update(needless)
        self.startled += bool(needless) and not line.wanted

    def touching(self) -> Iterator[str]:
        for kind in KINDS:
            wanted = self.found[kind] + self.missed[kind]
            yield f"| {kind} | {wanted} | {self.touched[kind]} | {self.needless[kind]} |"
        wanted, touched = (sum(tally.values()) for tally in (self.found + self.missed, self.touched))
        needless = sum(self.needless.values())
        yield f"| all | {wanted} | {_share(touched, wanted - touched)} | {needless} |"
        yield f"\ninnocent lines with any mark: {self.startled}"

    def rows(self, kinds: tuple[str, ...] = KINDS) -> Iterator[str]:
        for kind in (*kinds, "all"):
            found, missed, false = (
                sum(tally.values()) if kind == "all" else tally[kind]
                for tally in (self.found, self.missed, self.false)
            )
            yield f"| {kind} | {found + missed} | {_share(found, false)} | {_share(found, missed)} |"


def _covers(mark: care.Mark, wanted: care.spans.Span) -> bool:
    """All of it, by a mark of its kind, and hardly more."""
    holds = mark.kind == wanted.kind and mark.start <= wanted.start and mark.end >= wanted.end
    return holds and len(mark.text) <= wanted.end - wanted.start + SLACK


def _touches(mark: care.Mark, wanted: care.spans.Span) -> bool:
    return mark.start < wanted.end and wanted.start < mark.end


def _share(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.2f} ({right}/{right + wrong})" if right + wrong else "none"
