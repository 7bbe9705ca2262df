"""What stands on the paper, line by line in reading order: every writer writes it, a check finds it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line at the head of an entry is, so that a design can tell them apart."""

    PLACE_OF_WORK = "organization"  # also a school, and who issued something
    TITLE = "title"  # also a degree, and the name of a certificate or project
    DATES = "dates"
    PLACE = "place"
    DETAIL = "detail"  # series and grade, hours, supervisor


@dataclass(frozen=True)
class Line:
    """One line at the head of an entry."""

    text: str
    role: Role


@dataclass(frozen=True)
class Entry:
    """Its head, each line of it on its own; then paragraphs, then bullets. A skill is a paragraph alone."""

    head: tuple[Line, ...] = ()
    text: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    is_further: bool = False  # one more position at the employer of the entry before, who is not named again

    def lines(self) -> Iterator[str]:
        yield from (line.text for line in self.head)
        yield from self.text
        yield from self.bullets


@dataclass(frozen=True)
class Block:
    """A section with its heading."""

    heading: str
    entries: tuple[Entry, ...]

    @property
    def is_compact(self) -> bool:
        """Whether its entries are single paragraphs, which need no room between them."""
        return not any(entry.head or entry.bullets for entry in self.entries)


@dataclass(frozen=True)
class Sheet:
    """A résumé. The summary is a block of its own, so that it has a heading like any other."""

    language: str
    name: str
    label: str
    contact: tuple[str, ...]  # place, phone, e-mail, addresses on the web, each by itself
    facts: tuple[str, ...]  # clearance, citizenship, veterans' preference, each with its word before it
    blocks: tuple[Block, ...]

    def lines(self) -> list[str]:
        """Everything a reader of the file must find, in this order."""
        found = [self.name, self.label, *self.contact, *self.facts]
        for block in self.blocks:
            found.append(block.heading)
            for entry in block.entries:
                found += entry.lines()
        return [line for line in found if line]


@dataclass(frozen=True)
class LetterSheet:
    """A cover letter; the name stands at its head and again as its signature."""

    language: str
    name: str
    contact: tuple[str, ...]
    day: str
    to: tuple[str, ...]
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str

    def lines(self) -> list[str]:
        """Everything a reader of the file must find, in this order."""
        top = [self.name, *self.contact, self.day, *self.to]
        return [line for line in [*top, self.greeting, *self.paragraphs, self.closing, self.name] if line]
