"""What a seeker writes: to the team before they are paired, to their adviser from then on."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from offramp.pairing import conversation
from offramp.web import kept, pace
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.place import place
from offramp.web.place.mine import case_of
from offramp.web.texts import TextForm


@posted_from("place")
@for_seeker
def add(request: MemberRequest) -> HttpResponse:
    form = TextForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return place.page(request, form, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    try:
        conversation.write_as_seeker(by=request.keyholder, request=case_of(request), text=text, on=today)
    except conversation.NobodyReads:
        kept.keep(request.session, text=text, path=reverse("place"))
        return redirect("place")
    return redirect(reverse("place") + "#last")
