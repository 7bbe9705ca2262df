"""Who signed a letter, for organizers: names only. No page shows the addresses; one field takes one."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.signatures import names, organizing, showing
from offramp.signatures.models import Signature
from offramp.signatures.models.signature import SignatureQuerySet
from offramp.signatures.names import Mark
from offramp.web import pace, told
from offramp.web.address_field import AddressField
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.letters import rows
from offramp.web.writing import mine

A_PAGE = 100
MARKS_IN_WORDS = {
    Mark.LINK: _("it looks like a link"),
    Mark.CONTACT: _("it looks like an address or a number"),
    Mark.SIGNS: _("there are signs in it that few names have"),
    Mark.LETTERS: _("its letters may be taken for others"),
}


class ErasureForm(forms.Form):
    email = AddressField()


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    return _page(request, mine.letter_of(request, uuid), ErasureForm())


@posted_from("writing-signatures")
@for_front_desk
def let_stand(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """One name, or all of a page, as the organizer saw them; their owners may have changed them since."""
    found, seen = mine.letter_of(request, uuid), _seen(request.POST.getlist("seen"))
    stand = organizing.let_stand(letter=found, seen=seen)
    if not stand:
        word = "signature-stood-otherwise"
    elif stand < len(seen):
        word = "some-names-stand"
    else:
        word = "names-stand" if stand > 1 else "name-stands"
    return told.redirect("writing-signatures", told=word, uuid=uuid)


@posted_from("writing")
@for_front_desk
def remove(request: MemberRequest, uuid: UUID, signature: UUID) -> HttpResponse:
    found, member, today = mine.letter_of(request, uuid), request.keyholder.member, timezone.now().date()
    try:
        organizing.remove(letter=found, signature=signature, by=member, on=today)
    except organizing.AlreadySo:
        return told.redirect("writing-signatures", told="signature-stood-otherwise", uuid=uuid)
    return told.redirect("writing-signatures", told="signature-removed", uuid=uuid)


@posted_from("writing-signatures")
@for_front_desk
def erase(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Somebody lost their link and asks an organizer."""
    found, form = mine.letter_of(request, uuid), ErasureForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=pace.INCOMPLETE)
    email, member, today = form.cleaned_data["email"], request.keyholder.member, timezone.now().date()
    try:
        organizing.remove_address(letter=found, email=email, by=member, on=today)
    except organizing.AlreadySo:
        return told.redirect("writing-signatures", told="no-signature-there", uuid=uuid)
    return told.redirect("writing-signatures", told="signature-removed", uuid=uuid)


def _page(request: MemberRequest, letter: Letter, form: ErasureForm, *, status: int = 200) -> HttpResponse:
    signed = Signature.objects.for_organizer(request.keyholder.member).filter(letter=letter)
    content: dict[str, Any] = {
        "told": told.on(request),
        "row": rows.shown(letter),
        "signing": showing.standing(letter),
        "held": _held(signed),
        "page": Paginator(signed.named(), A_PAGE).get_page(request.GET.get("page")),
        "form": form,
    }
    return render(request, "signatures/organizing.html", content, status=status)


def _held(signed: SignatureQuerySet) -> list[tuple[Signature, list[Any]]]:
    """Those that wait longest; of them, first what should be looked at twice."""
    waiting = [(one, in_words(one)) for one in signed.held().newest_first().reverse()[:A_PAGE]]
    return sorted(waiting, key=lambda row: not row[1])


def _seen(rows_of_page: list[str]) -> list[tuple[UUID, str]]:
    """Each as the page wrote it, its id before the name; what no page of ours wrote is left out."""
    seen = []
    for row in rows_of_page:
        number, _, name = row.replace("\0", "").partition(" ")
        with suppress(ValueError):
            seen.append((UUID(number), name))
    return seen


def in_words(signature: Signature) -> list[Any]:
    """Why its name should be looked at twice."""
    return [MARKS_IN_WORDS[mark] for mark in names.marks(signature.name)]
