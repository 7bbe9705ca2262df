"""A reply as an organizer sees it: never more than text, whatever somebody wrote into it."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from offramp.replies.models import Reply, Report
from offramp.replies.queue import Pile
from offramp.replies.reasons import Reason
from offramp.replies.reports import Why
from offramp.web.letters import rows as letters
from offramp.web.moderation import words
from offramp.web.moderation.places import Place

Standing = Reply.Standing
OPENING = 700  # characters; who needs to read more opens the rest in its place


@dataclass(frozen=True)
class Decided:
    on: date
    words: str


@dataclass(frozen=True)
class Row:
    reply: Reply
    is_ticked: bool = False

    @property
    def letter(self) -> letters.Row:
        return letters.whole(self.reply.letter)

    @property
    def seen(self) -> str:
        """The reply, and how it stood on this page: a decision about anything newer is not taken."""
        return f"{self.reply.pk}:{self.reply.changes}"

    @property
    def opening(self) -> str:
        return self.reply.text[: self._break] if self._is_long else self.reply.text

    @property
    def rest(self) -> str:
        return self.reply.text[self._break :] if self._is_long else ""

    @property
    def _is_long(self) -> bool:
        return len(self.reply.text) > OPENING

    @property
    def _break(self) -> int:
        """Between two words, if there are any."""
        return self.reply.text.rfind(" ", OPENING // 2, OPENING) + 1 or OPENING

    @property
    def held(self) -> list[Promise]:
        return words.held(self.reply.marks)

    @property
    def likely(self) -> str:
        return words.likely(self.reply.likelihood)

    @property
    def reports(self) -> list[tuple[Report, str]]:
        """What readers said against it, and nobody looked at since."""
        reports: list[Report] = self.reply.open_reports  # type: ignore[attr-defined] # prefetched
        return [(report, str(Why(report.reason).label)) for report in reports]

    @property
    def decisions(self) -> list[Decided]:
        """The newest first."""
        return [Decided(one.on, words.decided(one)) for one in self.reply.decisions.all()]

    @property
    def last(self) -> Decided | None:
        return next(iter(self.decisions), None)

    @property
    def place(self) -> Place:
        """The pile it lies in."""
        return Place(Pile(self.reply.standing))

    @property
    def standing(self) -> Promise:
        return words.STANDINGS[Standing(self.reply.standing)]

    @property
    def waits(self) -> bool:
        return self.reply.standing == Standing.WAITING

    @property
    def may_be_shown(self) -> bool:
        """One that is shown stands on only where somebody asked whether it should."""
        return self.reply.standing != Standing.SHOWN or bool(self.reports)

    @property
    def may_be_refused(self) -> bool:
        return self.reply.standing != Standing.REFUSED

    @property
    def may_be_spam(self) -> bool:
        """The campaign's own answer is none, whatever else is wrong with it."""
        return self.may_be_refused and not self.reply.is_by_campaign

    @property
    def more(self) -> Promise:
        """What somebody finds on its own page."""
        if not self.may_be_refused:
            return words.ALL_ABOUT_IT
        return words.REASON_OR_ANSWER if self.may_be_answered else words.ANOTHER_REASON

    @property
    def reasons(self) -> list[tuple[str, Promise]]:
        """Why it could be refused."""
        return [
            (word, said) for word, said in words.REASONS.items() if self.may_be_spam or word != Reason.SPAM
        ]

    @property
    def may_be_answered(self) -> bool:
        return self.reply.standing == Standing.SHOWN and self.is_below_something_shown

    @property
    def answered(self) -> Reply | None:
        """The one it speaks to, be it the first of its thread or another answer."""
        return self.reply.towards or self.reply.to

    @property
    def is_below_something_shown(self) -> bool:
        return self.reply.to is None or self.reply.to.standing == Standing.SHOWN


def shown(replies: Iterable[Reply], *, ticked: Container[str] = ()) -> list[Row]:
    return [Row(reply, str(reply.pk) in ticked) for reply in replies]
