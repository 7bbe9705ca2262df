"""What an adviser writes to one person, with a file if they like."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.pairing import conversation
from offramp.threads.attachments import TooManyFiles
from offramp.web import pace, told
from offramp.web.caseload import attachment
from offramp.web.caseload.conversation import page, paired
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.files import arriving, words
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
    enclosed = arrived.for_keeping(form.cleaned_data["called"]) if arrived else None
    try:
        conversation.write_as_adviser(
            by=request.keyholder, pairing=pairing, text=text, on=timezone.now().date(), enclosed=enclosed
        )
    except TooManyFiles:
        form.add_error("file", words.THREAD_IS_FULL)
        return page(request, pairing, {"form": form}, status=pace.INCOMPLETE)
    if arrived:
        return attachment.sent(request, pairing, arrived)
    return told.redirect("caseload-conversation", told="sent", uuid=uuid)
