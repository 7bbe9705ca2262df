"""Another adviser, with one button and without a reason."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.pairing import endings, standing
from offramp.web import kept, pace
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.place.mine import case_of
from offramp.web.texts import NoteForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    case = case_of(request)
    state = standing.of(request=case)
    if request.method != "POST":
        if not state.may_change:
            return redirect("place")
        return render(request, "place/change.html", {"form": opened(request), "standing": state})
    form = NoteForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return render(request, "place/change.html", {"form": form, "standing": state}, status=refused)
    text, today = form.cleaned_data["text"], timezone.now().date()
    endings.change_adviser(by=request.keyholder, request=case, text=text, on=today)
    return redirect("place")


def opened(request: MemberRequest) -> NoteForm:
    return NoteForm(initial={"text": kept.take(request, within=reverse("place"))})
