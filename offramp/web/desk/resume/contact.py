"""What is kept sealed of a paper's owner, on a wish: their name, and how an employer reaches them."""

from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.documents import private
from offramp.paper.contacts import Contact
from offramp.web import pace, told
from offramp.web.desk import mine
from offramp.web.desk.resume.export_forms import ContactForm
from offramp.web.doors import MemberRequest, for_seeker, posted_from


@dataclass(frozen=True)
class Standing:
    """What is kept, beside what goes into a file now."""

    is_this: bool
    was_other: bool
    along: list[str] = field(repr=False)  # was kept under another name, and is in the file all the same


@posted_from("desk-bringing")
@for_seeker
def keep_found(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """What was found in a brought paper."""
    form = ContactForm(request.POST)
    mine.document_of(request, uuid)
    if not form.is_valid() or not pace.may_write(request.keyholder.member):
        return told.redirect("desk-bringing", told="often", uuid=uuid)
    is_kept = keep(request, form)
    return told.redirect("desk-bringing", told="contact-kept" if is_kept else "no-room", uuid=uuid)


@posted_from("desk-export")
@for_seeker
def forget(request: MemberRequest, uuid: UUID) -> HttpResponse:
    mine.document_of(request, uuid)
    with mine.or_404():
        private.forget_contact(by=request.keyholder, on=timezone.now().date())
    return told.redirect("desk-export", told="contact-gone", uuid=uuid)


def kept(request: MemberRequest) -> Contact:
    """Without what is empty."""
    return private.read(by=request.keyholder).contact


def standing(before: Contact, form: ContactForm, *, is_kept: bool) -> Standing:
    """By what was kept before this form, and whether this one is now."""
    typed = {key: value for key, value in form.contact.items() if value}
    same = [key for key, value in typed.items() if key != "name" and before.get(key) == value]
    is_alias = bool(before.get("name")) and before["name"] != typed.get("name")
    along = [line for key in same for line in _lines(typed[key])] if is_alias else []
    return Standing(is_kept or before == typed, bool(before) and before != typed, along)


def _lines(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def keep(request: MemberRequest, form: ContactForm) -> bool:
    """Whether there was room; whoever asked for it goes on all the same."""
    on = timezone.now().date()
    return private.try_to_keep_contact(by=request.keyholder, contact=form.contact, on=on)
