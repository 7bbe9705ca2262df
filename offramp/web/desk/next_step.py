"""The next useful step on the desk: one sentence, and where it leads if it is somewhere."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from offramp.documents.desks import Listed
from offramp.pairing.standing import Standing
from offramp.web.desk import labels


@dataclass(frozen=True)
class Step:
    """Without a way where there is nothing to do, or where it stands right below."""

    sentence: str
    way: str = ""
    address: str = ""


@dataclass(frozen=True)
class Unfinished:
    """Documents that somebody began: not all looked at since they were brought; résumés without a job."""

    left: frozenset[UUID]
    jobless: frozenset[UUID]


def of(listed: list[Listed], unfinished: Unfinished, find_standing: Callable[[], Standing]) -> Step:
    """Where the case stands is asked only where it matters."""
    if suggested := [one for one in listed if one.suggestions]:
        return Step(_suggested(suggested))
    if any(one.comments for one in listed):
        return Step(_("A comment waits for you. Answer when you have a quiet moment."))
    if not listed:
        return Step(
            _(
                "Begin with your résumé, from an old one or from nothing. "
                "Or with a note: what you can do, what worries you. It may be rough."
            )
        )
    return _begun(listed, unfinished) or Step(_reading(listed, find_standing()))


def _suggested(listed: Iterable[Listed]) -> str:
    readers = {one.document.reader.name for one in listed if one.document.reader}
    if len(readers) != 1:
        return _("Somebody has read along and suggests something. You decide; nothing changes without you.")
    return _("%(name)s has read along and suggests something. You decide; nothing changes without you.") % {
        "name": readers.pop()
    }


def _begun(listed: list[Listed], unfinished: Unfinished) -> Step | None:
    for one in listed:
        title, pk = {"title": labels.name(one.title, one.kind)}, one.document.pk
        if pk in unfinished.left:
            sentence = _("“%(title)s” is not gone through yet. You can go on where you stopped.")
            return Step(sentence % title, _("Go on with it"), reverse("desk-bringing", args=[pk]))
        if pk in unfinished.jobless:
            sentence = _("“%(title)s” has no job in it yet. Begin with the newest, however roughly.")
            return Step(sentence % title, _("Add a job"), reverse("desk-resume-entry-new", args=[pk, "work"]))
    return None


def _reading(listed: list[Listed], standing: Standing) -> str:
    if standing.must_decide:
        return _("Nobody but you can open anything here. You can go on writing.")
    if not standing.has_adviser:
        return _("You can go on writing. Once you have an adviser, you can show them what you choose.")
    return _with_adviser(listed, standing.pairing.adviser.name if standing.pairing else "")


def _with_adviser(listed: list[Listed], name: str) -> str:
    shared = [one for one in listed if one.document.reader]
    if not shared:
        return _("%(name)s cannot open anything here. If you want their eyes on something, share it.") % {
            "name": name
        }
    if all(one.is_reviewed for one in shared):
        return _("Nothing waits for you. %(name)s has read everything you share.") % {"name": name}
    return _("There is nothing you need to do. %(name)s reads what you share when they come by.") % {
        "name": name
    }
