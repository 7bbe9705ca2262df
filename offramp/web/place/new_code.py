"""A new code, when somebody saw the card: drawn for the old one, in force once two words were repeated."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.people import sign_in
from offramp.people.keyholders import Keyholder
from offramp.sealed.codes import Code
from offramp.web import pace
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.entry.forms import CodeForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "place/new_code.html", {"form": CodeForm()})
    # A double click must not draw another one behind the page that shows the first.
    if pending.of(request.session) is None:
        form = CodeForm(request.POST)
        if not is_theirs(request.keyholder, form):
            return render(request, "place/new_code.html", {"form": form}, status=400)
        pending.begin(request.session, Code.draw(), Purpose.NEW)
    return redirect("code")


def is_theirs(keyholder: Keyholder, form: CodeForm) -> bool:
    """An open page is not enough: whoever found the phone would have the only code that works."""
    if not form.is_valid():
        return False
    if sign_in.has_code(keyholder, form.cleaned_data["code"]):
        return True
    form.add_error("code", _("These are not the words of this place. Compare each one with your card."))
    if not pace.may_guess(keyholder.member):
        form.add_error("code", _("That was often. Take a minute, then try again."))
    return False
