"""A campaign, ready to be asked: no caller indexes a table or opens a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from offramp.campaigns.choices import Choice, Entries, Entry, UnknownChoice
from offramp.campaigns.crisis import CrisisLine
from offramp.campaigns.letters import LetterGuide
from offramp.campaigns.look import Look
from offramp.campaigns.nicknames import NicknameWords
from offramp.campaigns.pages import Page
from offramp.campaigns.replies import ReadyText, Replies
from offramp.campaigns.wording import Wording
from offramp.paper.care import Rules
from offramp.paper.wording import Phrases


@dataclass(frozen=True)
class Basics:
    """campaign.toml: the figures and names that everything else refers to."""

    name: Wording[str]
    neutral_name: str
    contact: str
    languages: tuple[str, ...]
    backup_days: int
    retention_days: int
    retention_choices: tuple[int, ...]
    whole_letters: int | None  # how many of the newest everybody reads whole; None: all


@dataclass(frozen=True)
class Campaign:
    basics: Basics
    wordings: Mapping[str, Wording[str]]
    pages: Mapping[str, Wording[Page]]
    entries: Mapping[str, Entries]
    crisis: Wording[tuple[CrisisLine, ...]]
    replies: Mapping[str, Replies]
    nicknames: Wording[NicknameWords]
    occupations: Mapping[str, Wording[str]]
    phrases: Phrases
    care_rules: Rules
    letters: Wording[LetterGuide]
    look: Look

    @property
    def neutral_name(self) -> str:
        return self.basics.neutral_name

    @property
    def contact(self) -> str:
        return self.basics.contact

    @property
    def languages(self) -> tuple[str, ...]:
        return self.basics.languages

    @property
    def backup_days(self) -> int:
        return self.basics.backup_days

    @property
    def retention_days(self) -> int:
        return self.basics.retention_days

    @property
    def retention_choices(self) -> tuple[int, ...]:
        return self.basics.retention_choices

    @property
    def whole_letters(self) -> int | None:
        return self.basics.whole_letters

    def texts(self, language: str) -> dict[str, str]:
        """Every short text, for templates."""
        return {name: self.text(name, language) for name in self.wordings}

    def text(self, name: str, language: str) -> str:
        return self.wordings[name].said_in(language)

    def page(self, name: str, language: str) -> Page:
        return self.pages[name].said_in(language)

    def choices(self, kind: str, language: str) -> tuple[Choice, ...]:
        return tuple(Choice(one.id, one.wording.said_in(language)) for one in self.entries[kind].values())

    def is_known(self, kind: str, name: str) -> bool:
        return name in self.entries[kind]

    def label(self, kind: str, name: str, language: str) -> str:
        """The label of a choice; or its id, since an old card may hold one that has left the folder."""
        entry = self.entries[kind].get(name)
        return entry.wording.said_in(language) if entry else name

    def excluded_by(self, red_line: str) -> frozenset[str]:
        """The adviser facts this red line rules out. Raises UnknownChoice."""
        return self._entry("red-line", red_line).links["excludes"]

    def must_differ_by(self, red_line: str) -> frozenset[str]:
        """The kinds in which seeker and adviser must not give the same answer. Raises UnknownChoice."""
        return self._entry("red-line", red_line).links["must_differ"]

    def wished_by(self, wish: str) -> frozenset[str]:
        """The adviser facts that fulfil this wish. Raises UnknownChoice."""
        return self._entry("wish", wish).links["looks_for"]

    def met_by(self, skill: str) -> frozenset[str]:
        """The kinds of help an adviser with this skill can give. Raises UnknownChoice."""
        return self._entry("skill", skill).links["meets"]

    def crisis_lines(self, language: str) -> tuple[CrisisLine, ...]:
        return self.crisis.said_in(language)

    def reply_starters(self, language: str) -> tuple[ReadyText, ...]:
        return self.replies["starter"].said_in(language)

    def closing_reasons(self, language: str) -> tuple[ReadyText, ...]:
        return self.replies["closing"].said_in(language)

    def propose_nickname(self, language: str) -> str:
        return self.nicknames.said_in(language).draw()

    def occupation(self, code: str, language: str) -> str:
        """The title of an O*NET-SOC code that a phrase speaks to; or the code."""
        title = self.occupations.get(code)
        return title.said_in(language) if title else code

    def letter_guide(self, language: str) -> LetterGuide:
        return self.letters.said_in(language)

    def _entry(self, kind: str, name: str) -> Entry:
        if name not in self.entries[kind]:
            raise UnknownChoice(name)
        return self.entries[kind][name]
