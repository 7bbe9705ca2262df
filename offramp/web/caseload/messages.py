"""What an adviser writes to one person, with a file if they like."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.pairing import conversation
from offramp.web import told
from offramp.web.caseload import attachment
from offramp.web.caseload.conversation import page, paired
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.files import arriving, in_thread
from offramp.web.files.arriving import MessageForm
from offramp.web.uploads import takes_files


@takes_files
@posted_from("caseload-conversation")
@at_caseload
def add(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing, form = paired(request, uuid), MessageForm(request.POST, request.FILES)
    if refused := arriving.refusal(form, request):
        return page(request, pairing, {"form": form}, status=refused)
    text, arrived = form.cleaned_data["text"], form.cleaned_data["file"]
    enclosed, today = in_thread.enclosed(arrived), timezone.now().date()
    conversation.write_as_adviser(
        by=request.keyholder, pairing=pairing, text=text, on=today, enclosed=enclosed
    )
    if arrived:
        return attachment.sent(request, pairing, arrived)
    return told.redirect("caseload-conversation", told="sent", uuid=uuid)
