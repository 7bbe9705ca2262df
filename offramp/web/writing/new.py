"""A new letter: its first text makes it a draft."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.letters import writing
from offramp.web import kept, pace, told
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.writing.forms import NewForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    if request.method == "POST":
        return _begin(request, NewForm(request.POST))
    typed = kept.take_fields(request)
    form = NewForm(initial={"text": "# ", "language": get_language()} | typed)
    return render(request, "writing/new.html", {"form": form, "kept": bool(typed)})


def _begin(request: MemberRequest, form: NewForm) -> HttpResponse:
    member, today = request.keyholder.member, timezone.now().date()
    status = pace.refusal(form, of=member)
    if not status:
        address, language = form.cleaned_data["address"], form.cleaned_data["language"]
        try:
            letter = writing.begin(
                slug=address, language=language, written=form.written(), by=member, on=today
            )
        except writing.AddressTaken:
            form.add_error("address", _("Another letter has this address. Please write one for this letter."))
            status = pace.INCOMPLETE
        else:
            return told.redirect("writing-text", told="letter-begun", uuid=letter.pk, language=language)
    return render(request, "writing/new.html", {"form": form}, status=status)
