"""A seeker's place: where things stand in words, the conversation, and a field to answer in."""

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.documents import desks
from offramp.pairing import cards, conversation, standing
from offramp.web import kept, told
from offramp.web.code import pending
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.headers import sends_files
from offramp.web.place import thread
from offramp.web.place.mine import case_of
from offramp.web.texts import TextForm


@sends_files
@require_safe
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    waiting = pending.of(request.session)
    if waiting and waiting.is_first:
        return redirect("code")  # without their code they could never come back
    return page(request, TextForm())


def page(request: MemberRequest, form: Form, *, status: int = 200) -> HttpResponse:
    case, keyholder = case_of(request), request.keyholder
    state = standing.of(request=case)
    said = conversation.read_as_seeker(by=keyholder, request=case)
    has_kept_for_desk = kept.waits(request, within=reverse("desk"))
    # A text stays in the session until there is a field to show it in; what is for the desk is no message.
    if not (form.is_bound or state.must_decide or has_kept_for_desk):
        form.initial["text"] = kept.take(request, within=reverse("place"))
    return render(
        request,
        "place/place.html",
        {
            "form": form,
            "told": told.on(request),
            "is_waiting": "kept" in request.session and not has_kept_for_desk,
            "on_desk": desks.waiting_for_owner(keyholder.member.pk),
            "case": case,
            "standing": state,
            "standing_template": f"place/standing/{state.state}.html",
            "lines": list(thread.lines(said, today=timezone.now().date())),
            "nickname": cards.read(card=case.card, by=keyholder).nickname,
        },
        status=status,
    )
