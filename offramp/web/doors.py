"""Who may see a page. Nobody signed in: one answer, whatever the address. Somebody else: 404, never 403."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from offramp.documents.amounts import TooMuch
from offramp.people import front_desk, sign_in
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.web import fields, full, uploads
from offramp.web.errors import NO_ADDRESS

P = ParamSpec("P")


class MemberRequest(HttpRequest):
    """A request behind one of the doors: somebody is signed in, their keys are open."""

    keyholder: Keyholder


Page = Callable[Concatenate[MemberRequest, P], HttpResponse]
OpenPage = Callable[Concatenate[HttpRequest, P], HttpResponse]


def for_seeker(page: Page[P]) -> OpenPage[P]:
    return _door(page, may=lambda member: member.is_seeker, entrance="return")


def for_adviser(page: Page[P]) -> OpenPage[P]:
    return _door(page, may=lambda member: member.is_adviser, entrance="staff")


def for_organizer(page: Page[P]) -> OpenPage[P]:
    """Any organizer, also one who waits for access to the front desk."""
    return _door(page, may=lambda member: member.is_organizer, entrance="staff")


def for_front_desk(page: Page[P]) -> OpenPage[P]:
    """An organizer who was given the front desk's key."""
    return _door(page, may=front_desk.has_access, entrance="staff")


def for_staff(page: Page[P]) -> OpenPage[P]:
    return _door(page, may=lambda member: member.is_staff, entrance="staff")


def for_member(page: Page[P]) -> OpenPage[P]:
    """Everybody with a code."""
    return _door(page, may=lambda _member: True, entrance="return")


def posted_from(name: str) -> Callable[[OpenPage[P]], OpenPage[P]]:
    """A page that only takes a form sends everybody who opens its address to where the form is."""

    def decorate(page: OpenPage[P]) -> OpenPage[P]:
        @wraps(page)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method != "POST":
                return redirect(_form_at(name, kwargs))
            return page(request, *args, **kwargs)

        return guarded

    return decorate


def _form_at(name: str, kwargs: dict[str, Any]) -> str:
    """The form's own page of the same thing, or the one list that all of them stand in."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return reverse(name)


def _door(page: Page[P], *, may: Callable[[Member], bool], entrance: str) -> OpenPage[P]:
    @wraps(page)
    def guarded(request: Any, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        keyholder = sign_in.resume(request.session)
        if keyholder is None:
            return _away(request, entrance)
        if not may(keyholder.member):
            raise Http404
        request.keyholder = keyholder
        try:
            return page(request, *args, **kwargs)
        except TooMuch as why:
            return full.page(request, why)

    return guarded


def _away(request: HttpRequest, entrance: str) -> HttpResponse:
    """The visit ended. A text somebody sent comes back with the sign-in form, to be sent by hand."""
    texts = {name: request.POST.get(name, "") for name in ("text", "reason")}
    had_file, form = uploads.brought(request), fields.posted(request.POST)
    if not (texts["text"] or had_file or form):
        return redirect(entrance)
    others = {"fields": form, "path": request.path, "entrance": entrance, "had_file": had_file}
    return render(request, f"{entrance}/away.html", NO_ADDRESS | texts | others, status=409)
