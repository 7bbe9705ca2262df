"""The first message. Nothing that was written is lost, whatever goes wrong with sending it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.pairing import intake
from offramp.pairing.intake import Intake
from offramp.people import sign_in
from offramp.people.keyholders import Keyholder
from offramp.sealed.codes import Code
from offramp.web import drafts, limits
from offramp.web.code import pending
from offramp.web.code.pending import Purpose
from offramp.web.help.choices import fields_of
from offramp.web.help.forms import AskingForm
from offramp.web.letters import rows
from offramp.web.place import messages

SENT_A_MINUTE = 10  # by one neighbourhood; whole cities share one


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    keyholder = sign_in.resume(request.session)
    if keyholder and keyholder.member.is_seeker:
        return messages.add(request) if request.method == "POST" else redirect("place")
    if request.method == "POST":
        return send(request)
    return begin_page(request)


def begin_page(request: HttpRequest, *, letter: str = "") -> HttpResponse:
    """The empty form; from a letter, with its name in it, which goes nowhere before the form is sent."""
    campaign, language = campaigns.current(), get_language()
    if closed := why_closed():
        crisis_line = campaign.page("crisis-line", language)
        return render(request, "help/closed.html", {"words": closed, "crisis_line": crisis_line})
    proposed = {"nickname": campaign.propose_nickname(language), "letter": letter}
    form = AskingForm(initial=proposed, campaign=campaign, language=language)
    form.token = drafts.issue()
    return form_page(request, form)


def send(request: HttpRequest) -> HttpResponse:
    campaign = campaigns.current()
    form = AskingForm(request.POST, campaign=campaign, language=get_language())
    if form.is_valid() and not limits.allow(request, "help", per_minute=SENT_A_MINUTE):
        form.add_error(
            None, _("Many messages come from where you are. Wait a minute, then send yours again.")
        )
    if not form.is_valid():
        return form_page(request, form)
    try:
        code, keyholder = begin(form)
    except intake.NotOpen:
        form.add_error(None, _("Nothing was sent. Your text is still here, if you want to keep it."))
        return form_page(request, form, closed=why_closed())
    except intake.AlreadyConfirmed:
        return ask_for_code(request, form.cleaned_data["text"])
    sign_in.begin(request.session, keyholder)
    pending.begin(request.session, code, Purpose.FIRST)
    return redirect("code")


def begin(form: AskingForm) -> tuple[Code, Keyholder]:
    """Raises NotOpen, AlreadyConfirmed."""
    code = Code.from_draft(form.cleaned_data["draft"])
    asked, days = form.asked(on=timezone.now().date()), form.campaign.retention_days
    return code, intake.send(code=code, asked=asked, text=form.cleaned_data["text"], retention_days=days)


def ask_for_code(request: HttpRequest, text: str) -> HttpResponse:
    kept = {"text": text, "path": reverse("place"), "was_sent_before": True}
    return render(request, "return/away.html", kept)


def form_page(request: HttpRequest, form: AskingForm, closed: str = "") -> HttpResponse:
    page = form.campaign.page("first-message", form.language)
    context = {"form": form, "choices": fields_of(form), "page": page, "closed": closed}
    context["letter"] = rows.named(form["letter"].value())
    return render(request, "help/help.html", context)


def why_closed() -> str:
    """What to tell people who cannot write now; empty when they can."""
    texts = campaigns.current().texts(get_language())
    match intake.state():
        case Intake.PAUSED:
            return intake.pause_text() or texts["pause"]
        case Intake.NOT_OPEN_YET:
            return texts["not_open"]
        case Intake.ENDED:
            return _("It was good that you came. Here are people who can help you now.")
        case _:
            return ""
