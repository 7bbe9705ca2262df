"""From a résumé to the lines of its sheet; what only federal employers ask for is left out for others."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from offramp.paper import dates, fields, headings, lines, resumes
from offramp.paper.headings import labelled
from offramp.paper.lines import address, joined, line, paragraphs
from offramp.paper.outline import BASICS, SECTIONS
from offramp.paper.resumes import Resume, text
from offramp.paper.sheet import Block, Entry, Line, Role, Sheet

Item = dict[str, Any]


def lay_out(resume: Resume) -> Sheet:
    """Lay out a checked résumé; a hidden section or entry of it is left out."""
    made = _Layout(
        resume.get("x-language") or resumes.LANGUAGES[0], is_federal=resume.get("x-purpose") == "federal"
    )
    basics = resume.get("basics") or {}
    blocks = [made.block(key, resume.get(key) or []) for key in _order(resume)]
    return Sheet(
        language=made.language,
        name=line(text(basics, "name")),
        label=line(text(basics, "label")),
        contact=lines.contact(basics),
        facts=made.facts(basics),
        blocks=tuple(block for block in (made.summary(basics), *blocks) if block.entries),
    )


def _order(resume: Resume) -> list[str]:
    wanted = resume.get("x-sections") or []
    named = [one.get("key") for one in wanted]
    hidden = {one.get("key") for one in wanted if one.get("hidden")}
    ours = [section.key for section in SECTIONS]
    order = [*(key for key in named if key in ours), *(key for key in ours if key not in named)]
    return [key for key in dict.fromkeys(order) if key not in hidden]


@dataclass(frozen=True)
class _Layout:
    """In one language, for one kind of employer."""

    language: str
    is_federal: bool

    def summary(self, basics: Item) -> Block:
        told = paragraphs(text(basics, "summary"))
        return Block(self._heading(headings.SUMMARY), (Entry(text=told),) if told else ())

    def facts(self, basics: Item) -> tuple[str, ...]:
        shown = [field.key for field in BASICS if field.key.startswith("x-")]
        federal = {field.key for field in BASICS if field.is_federal and not self.is_federal}
        return tuple(filter(None, (self._labelled(basics, key) for key in shown if key not in federal)))

    def block(self, key: str, items: list[Item]) -> Block:
        shown = [item for item in items if item and item.get("x-hidden") is not True]
        if key in ("work", "volunteer"):
            entries = [self._position(before, item) for before, item in pairwise([{}, *shown])]
        else:
            entries = [_ENTRIES[key](self, item) for item in shown]
        return Block(self._heading(key), tuple(entry for entry in entries if any(entry.lines())))

    def _position(self, before: Item, item: Item) -> Entry:
        """One employer with several positions is named once."""
        employer, place = fields.employer(item)
        is_further = bool(employer) and employer.casefold() == fields.employer(before)[0].casefold()
        title = fields.named(item, "position", Role.TITLE)
        named = [Line(employer, Role.PLACE_OF_WORK), Line(place, Role.PLACE), title]
        if is_further:
            moved = place if place != fields.employer(before)[1] else ""
            named = [title, Line(moved, Role.PLACE)]
        return Entry(
            head=fields.head(*named, self._span(item), *fields.more(item), *self._details(item)),
            text=paragraphs(text(item, "summary")),
            bullets=fields.bullets(item),
            is_further=is_further,
        )

    def _details(self, item: Item) -> list[Line]:
        if not self.is_federal:
            return []
        return [
            Line(joined("; ", *(self._labelled(item, key) for key in keys)), Role.DETAIL)
            for keys in (
                ("x-series", "x-grade", "x-hoursPerWeek", "x-salary"),
                ("x-supervisor", "x-mayContact"),
            )
        ]

    def _school(self, item: Item) -> Entry:
        score = line(text(item, "score"))
        degree = joined(", ", line(text(item, "studyType")), line(text(item, "area")))
        courses = ", ".join(fields.listed(item, "courses"))
        return Entry(
            head=fields.head(
                fields.named(item, "institution", Role.PLACE_OF_WORK),
                fields.named(item, "x-location", Role.PLACE),
                Line(degree, Role.TITLE),
                self._span(item),
                # A number needs its word; "cum laude" says itself what it is.
                Line(labelled("score", score, self.language) if score[:1].isdigit() else score, Role.DETAIL),
                *fields.more(item),
            ),
            text=fields.some(labelled("courses", courses, self.language)),
        )

    def _project(self, item: Item) -> Entry:
        said = {key: line(text(item, key)) for key in ("entity", "type")}
        said |= {key: ", ".join(fields.listed(item, key)) for key in ("roles", "keywords")}
        facts = {key: fields.some(labelled(key, told, self.language)) for key, told in said.items()}
        url = address(text(item, "url"))
        return Entry(
            head=fields.head(
                fields.named(item, "name", Role.TITLE), self._span(item), Line(url, Role.DETAIL)
            ),
            text=(
                *(*facts["entity"], *facts["type"], *facts["roles"]),
                *paragraphs(text(item, "description")),
                *facts["keywords"],
            ),
            bullets=fields.bullets(item),
        )

    def _honor(self, item: Item) -> Entry:
        """A certificate, an award, a publication: what, from whom and when, and where to see it."""
        giver = next((text(item, key) for key in ("issuer", "awarder", "publisher") if item.get(key)), "")
        day = text(item, "date") or text(item, "releaseDate")
        return Entry(
            head=fields.head(
                Line(line(text(item, "name") or text(item, "title")), Role.TITLE),
                Line(joined(", ", line(giver), self._month(day)), Role.DETAIL),
            ),
            text=(*fields.some(address(text(item, "url"))), *paragraphs(text(item, "summary"))),
        )

    def _skill(self, item: Item) -> Entry:
        level = line(text(item, "level"))
        name = joined(" ", line(text(item, "name")), f"({level})" if level else "")
        told = fields.some(joined(": ", name, ", ".join(fields.listed(item, "keywords"))))
        return Entry(text=(*told, *paragraphs(text(item, "summary"))))

    def _language(self, item: Item) -> Entry:
        return Entry(
            text=fields.some(joined(": ", line(text(item, "language")), line(text(item, "fluency"))))
        )

    def _reference(self, item: Item) -> Entry:
        return Entry(
            head=fields.head(fields.named(item, "name", Role.TITLE)), text=paragraphs(text(item, "reference"))
        )

    def _heading(self, key: str) -> str:
        return headings.heading(key, self.language)

    def _labelled(self, item: Item, key: str) -> str:
        return labelled(key, line(text(item, key)), self.language)

    def _month(self, day: str) -> str:
        return line(dates.month(day, self.language))

    def _span(self, item: Item) -> Line:
        span = dates.span(text(item, "startDate"), text(item, "endDate"), self.language)
        return Line(line(span), Role.DATES)


_ENTRIES = {
    "education": _Layout._school,
    "skills": _Layout._skill,
    "interests": _Layout._skill,
    "languages": _Layout._language,
    "certificates": _Layout._honor,
    "awards": _Layout._honor,
    "publications": _Layout._honor,
    "projects": _Layout._project,
    "references": _Layout._reference,
}
