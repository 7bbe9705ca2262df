"""What the pages for replies say of marks, reasons, decisions and the filter."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from offramp.letters.models import Letter
from offramp.replies import judging, marks, rules
from offramp.replies.deciding import LastClick
from offramp.replies.models import Decision, Reply
from offramp.replies.queue import Pile
from offramp.replies.reasons import UNDONE, Reason
from offramp.replies.rules import Way

Standing = Reply.Standing
REASONS: dict[str, Promise] = {
    Reason.SPAM: gettext_lazy("spam"),
    Reason.THREAT: gettext_lazy("a threat"),
    Reason.DOXXING: gettext_lazy("doxxing: where somebody lives, or how to reach them"),
    Reason.PERSONAL: gettext_lazy("personal data, of the writer or of somebody else"),
    Reason.OFF_TOPIC: gettext_lazy("off topic"),
    Reason.OTHER: gettext_lazy("another reason"),
}
PILES: dict[Pile, Promise] = {
    Pile.WAITING: gettext_lazy("Waiting"),
    Pile.REPORTED: gettext_lazy("Reported"),
    Pile.SHOWN: gettext_lazy("Shown"),
    Pile.REFUSED: gettext_lazy("Refused"),
}
EMPTY: dict[Pile, Promise] = {
    Pile.WAITING: gettext_lazy("No reply waits for you."),
    Pile.REPORTED: gettext_lazy("Nobody reported a reply."),
    Pile.SHOWN: gettext_lazy("No reply is shown yet."),
    Pile.REFUSED: gettext_lazy("No reply was refused."),
}
STANDINGS: dict[Reply.Standing, Promise] = {
    Standing.WAITING: gettext_lazy("waits"),
    Standing.SHOWN: gettext_lazy("shown"),
    Standing.REFUSED: gettext_lazy("refused"),
}
WAYS: dict[Way, Promise] = {
    Way.OPEN: gettext_lazy("At once, unless something in it should be read first"),
    Way.MODERATED: gettext_lazy("Once an organizer let it stand"),
    Way.CLOSED: gettext_lazy("No new replies; what is shown stays"),
}
# The link to a reply's own page.
ANOTHER_REASON = gettext_lazy("Another reason")
REASON_OR_ANSWER = gettext_lazy("Another reason, or an answer")
ALL_ABOUT_IT = gettext_lazy("All about it")
HONEST = 0.1


def held(words: Iterable[str]) -> list[Promise]:
    """Why a person should read it first."""
    return [marks.SENTENCES[word] for word in words if word in marks.SENTENCES]


def likely(likelihood: float | None) -> str:
    """What the filter makes of it; no figure, since none would tell an organizer more."""
    if likelihood is None:
        return ""
    if judging.is_likely(likelihood):
        return _("The filter takes it for spam.")
    if likelihood < HONEST:
        return _("The filter sees no spam in it.")
    return _("The filter is not sure about it.")


def decided(decision: Decision) -> str:
    """Who did what."""
    told = {"who": decision.by.name if decision.by else _("Somebody who has left")}
    if decision.reason == UNDONE:
        return _("%(who)s undid the last decision.") % told
    if decision.reply.is_by_campaign and decision.number == 1:
        return _("%(who)s wrote it.") % told
    if decision.after == Standing.SHOWN:
        return _("%(who)s let it stand.") % told
    if decision.after == Standing.WAITING:
        return _("%(who)s put it back to those that wait.") % told
    return _("%(who)s refused it: %(reason)s.") % (told | {"reason": REASONS[decision.reason]})


def ways(letter: Letter) -> list[tuple[Way, Promise, bool]]:
    """How it may take replies, and how it does."""
    return [(way, said, way is rules.way_of(letter)) for way, said in WAYS.items()]


def done(click: LastClick) -> str:
    """What somebody did last, as they are told it themselves."""
    if click.after == Standing.SHOWN:
        said = ngettext("You let %(count)d reply stand.", "You let %(count)d replies stand.", click.count)
    elif click.after == Standing.WAITING:
        said = ngettext(
            "You put %(count)d reply back to those that wait.",
            "You put %(count)d replies back to those that wait.",
            click.count,
        )
    else:
        said = ngettext(
            "You refused %(count)d reply: %(reason)s.",
            "You refused %(count)d replies: %(reason)s.",
            click.count,
        )
    return said % {"count": click.count, "reason": REASONS.get(click.reason, "")}
