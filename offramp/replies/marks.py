"""Why a reply is held for an organizer, whatever a letter's rule is: words of `Reply.marks`."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from offramp.replies import plain
from offramp.replies.marking import links, namesakes, numbers, threats, whereabouts

THREAT, DOXXING, PERSONAL, LINKS = "threat", "doxxing", "personal", "links"
NAMESAKE = "namesake"
SENTENCES: Mapping[str, Promise] = {
    THREAT: gettext_lazy("It may threaten somebody."),
    DOXXING: gettext_lazy("It may say where somebody lives, or how to reach them."),
    PERSONAL: gettext_lazy("It may hold a number or a date that belongs to one person alone."),
    LINKS: gettext_lazy("It leads to another site."),
    NAMESAKE: gettext_lazy("It is signed with the campaign's name, and not by an organizer."),
}


def of(text: str, name: str) -> list[str]:
    """The marks of a reply; none says that it is bad, each only that a person should read it first.

    Time grows with the length alone, whatever stands in it.
    """
    whole = f"{name}\n\n{text}"
    seen, folded = plain.seen(whole), plain.folded(whole)
    found = {
        THREAT: threats.are_in(folded),
        DOXXING: whereabouts.are_in(seen, folded),
        PERSONAL: numbers.are_in(seen, folded),
        LINKS: links.are_in(folded),
        NAMESAKE: namesakes.is_one(name),
    }
    return [mark for mark, is_there in found.items() if is_there]
