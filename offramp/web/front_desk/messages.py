"""An answer from the front desk."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.pairing import conversation
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk import opened, ready
from offramp.web.front_desk.door import at_front_desk


@posted_from("front-desk-request")
@at_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = opened.one(request, uuid)
    form = ready.AnswerForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return opened.page(request, found, {"form": form}, status=refused)
    today = timezone.now().date()
    text = form.cleaned_data["text"]
    conversation.write_as_front_desk(by=request.keyholder, request=found.request, text=text, on=today)
    return told.redirect("front-desk-request", told="sent", uuid=uuid)
