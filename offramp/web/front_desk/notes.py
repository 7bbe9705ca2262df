"""What to answer when somebody may be in danger."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.doors import MemberRequest
from offramp.web.front_desk.door import at_front_desk


@require_safe
@at_front_desk
def show(request: MemberRequest) -> HttpResponse:
    note = campaigns.current().page("crisis-note", get_language() or "en")
    return render(request, "front_desk/notes.html", {"note": note})
