"""The picture above a letter: sent, looked through in the confined child, drawn anew."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.letters import pictures
from offramp.letters.models import Letter
from offramp.letters.pictures import NoPicture
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.files import arriving
from offramp.web.files.arriving import FileForm
from offramp.web.uploads import takes_files
from offramp.web.writing import letter, mine


@takes_files
@posted_from("writing-letter")
@for_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found, form = mine.letter_of(request, uuid), FileForm(request.POST, request.FILES)
    member, today = request.keyholder.member, timezone.now().date()
    status = arriving.refusal(form, request)
    if not status:
        try:
            view = pictures.view(form.cleaned_data["file"].cleaned)
        except NoPicture:
            form.add_error("file", _("This is no picture. Choose a JPG or PNG file."))
            status = pace.INCOMPLETE
        else:
            pictures.put(letter=found, view=view, by=member, on=today)
            return told.redirect("writing-letter", told="picture-kept", uuid=uuid)
    return letter.page(request, found, {"picture_form": form, "form": form}, status=status)


@posted_from("writing-letter")
@for_front_desk
def remove(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found, today = mine.letter_of(request, uuid), timezone.now().date()
    pictures.remove(letter=found, by=request.keyholder.member, on=today)
    return told.redirect("writing-letter", told="picture-gone", uuid=uuid)


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """As it will stand there; for whoever writes, before anybody else sees it."""
    member = request.keyholder.member
    found = get_object_or_404(Letter.objects.for_organizer(member).filter(picture__isnull=False), pk=uuid)
    return HttpResponse(bytes(found.picture.content), content_type="image/jpeg")
