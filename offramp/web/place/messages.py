"""What a seeker writes: to the team before they are paired, to their adviser from then on."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offramp.pairing import conversation
from offramp.people.models.sealed_file import Cleaned
from offramp.threads.attachments import TooManyFiles
from offramp.web import kept, pace
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.files import arriving, words
from offramp.web.files.arriving import MessageForm
from offramp.web.place import attachment, place
from offramp.web.place.mine import case_of
from offramp.web.uploads import takes_files


@takes_files
@posted_from("place")
@for_seeker
def add(request: MemberRequest) -> HttpResponse:
    form = MessageForm(request.POST, request.FILES)
    if refused := arriving.refusal(form, request):
        return place.page(request, form, status=refused)
    text, arrived = form.cleaned_data["text"], form.cleaned_data["file"]
    enclosed = arrived.for_keeping(form.cleaned_data["called"]) if arrived else None
    try:
        write(request, text, enclosed)
    except conversation.NobodyReads:
        kept.keep(request.session, text=text, path=reverse("place"))
        return redirect("place")
    except conversation.NoFiles:
        form.add_error("file", words.NOBODY_OPENS)
        return place.page(request, form, status=pace.INCOMPLETE)
    except TooManyFiles:
        form.add_error("file", words.THREAD_IS_FULL)
        return place.page(request, form, status=pace.INCOMPLETE)
    return attachment.sent(request, arrived) if arrived else redirect(reverse("place") + "#last")


def write(request: MemberRequest, text: str, enclosed: Cleaned | None) -> None:
    conversation.write_as_seeker(
        by=request.keyholder,
        request=case_of(request),
        text=text,
        on=timezone.now().date(),
        enclosed=enclosed,
    )
