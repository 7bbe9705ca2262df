"""What is kept sealed of a paper's owner, on a wish: their name, and how an employer reaches them."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.documents import private
from offramp.web import pace, told
from offramp.web.desk import mine
from offramp.web.desk.resume.export_forms import ContactForm
from offramp.web.doors import MemberRequest, for_seeker, posted_from


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


def keep(request: MemberRequest, form: ContactForm) -> bool:
    """Whether there was room; whoever asked for it goes on all the same."""
    on = timezone.now().date()
    return private.try_to_keep_contact(by=request.keyholder, contact=form.contact, on=on)
