"""From an open letter to the form: which letter it was stands in the form, never in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from offramp.people import sign_in
from offramp.web.doors import posted_from
from offramp.web.help import asking


@csrf_exempt  # a letter sets no cookie; nothing is changed here, and the form that opens has its own token
@posted_from("help")
def show(request: HttpRequest) -> HttpResponse:
    keyholder = sign_in.resume(request.session)
    if keyholder and keyholder.member.is_seeker:
        return redirect("place")
    return asking.begin_page(request, letter=request.POST.get("letter", ""))
