"""Taking a paper away: name and address are asked for, put into the file, and stored only on a wish."""

from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from offramp.documents import private
from offramp.documents.versions import Opened
from offramp.paper.checking import MOST_LOST
from offramp.paper.resumes import NotAResume
from offramp.paper.writing.scripts import CannotShow, Script
from offramp.web import pace, told
from offramp.web.desk import mine, paper
from offramp.web.desk.resume import care_marks, export_forms, export_paper, words_spots
from offramp.web.desk.resume.export_forms import ContactForm, ExportForm
from offramp.web.desk.resume.export_paper import Made
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.uploads import takes_long

KINDS = ("resume", "letter")
OFTEN = "often"
SCRIPTS: dict[Script, Promise] = {
    Script.ARABIC: gettext_lazy("Arabic letters"),
    Script.HEBREW: gettext_lazy("Hebrew letters"),
    Script.CHINESE: gettext_lazy("Chinese characters"),
    Script.JAPANESE: gettext_lazy("Japanese characters"),
    Script.KOREAN: gettext_lazy("Korean characters"),
    Script.EMOJI: gettext_lazy("emoji and other pictures"),
    Script.OTHER: gettext_lazy("some characters"),
}


@takes_long
@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = words_spots.opened_paper(request, uuid, kinds=KINDS)
    if request.method != "POST":
        contact = private.read(by=request.keyholder).contact
        return page(request, opened, export_forms.begun(opened.content, contact), is_stored=bool(contact))
    form = ExportForm(request.POST)
    made = made_or_none(request, opened, form)
    if made is None:
        return refused(request, opened, form)
    is_kept = form.cleaned_data["keep"] and keep(request, form)
    return ready(request, opened, form, made, is_kept=is_kept)


@takes_long
@posted_from("desk-export")
@for_seeker
def file(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The same form once more, as what was made for it was kept nowhere."""
    opened = words_spots.opened_paper(request, uuid, kinds=KINDS)
    form = ExportForm(request.POST)
    made = made_or_none(request, opened, form)
    if made is None:
        return refused(request, opened, form)
    return made.answer()


@posted_from("desk-export")
@for_seeker
def again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Back to the form with all that was typed, which stands nowhere but in the browser."""
    opened = words_spots.opened_paper(request, uuid, kinds=KINDS)
    if not pace.may_draw(request.keyholder.member):  # all of it is looked through for marks
        return told.redirect("desk-export", told="often", uuid=uuid)
    return page(request, opened, ExportForm(initial=request.POST.dict()))


@posted_from("desk-bringing")
@for_seeker
def keep_contact(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """What was found in a brought paper."""
    form = ContactForm(request.POST)
    mine.document_of(request, uuid)
    if not form.is_valid() or not pace.may_write(request.keyholder.member):
        return told.redirect("desk-bringing", told="often", uuid=uuid)
    is_kept = keep(request, form)
    return told.redirect("desk-bringing", told="contact-kept" if is_kept else "no-room", uuid=uuid)


@posted_from("desk-export")
@for_seeker
def forget_contact(request: MemberRequest, uuid: UUID) -> HttpResponse:
    mine.document_of(request, uuid)
    with mine.or_404():
        private.forget_contact(by=request.keyholder, on=timezone.now().date())
    return told.redirect("desk-export", told="contact-gone", uuid=uuid)


def keep(request: MemberRequest, form: ContactForm) -> bool:
    """Whether there was room; the file is made all the same."""
    on = timezone.now().date()
    return private.try_to_keep_contact(by=request.keyholder, contact=form.contact, on=on)


def made_or_none(request: MemberRequest, opened: Opened, form: ExportForm) -> Made | None:
    """None with a sentence in the form, where something is missing, marked, too often, or in no font."""
    if not form.is_valid():
        return None
    if care_marks.found_for_export(request, opened) and not form.cleaned_data["knowing"]:
        sentence = _("Please look at what is marked, or tick that you take it along knowingly.")
        form.add_error("knowing", sentence)
        return None
    if not pace.may_make_file(request.keyholder.member):
        form.add_error(None, ValidationError(str(told.SENTENCES["often"].words), OFTEN))
        return None
    try:
        return export_paper.make(opened, form, today=timezone.now().date())
    except CannotShow as lack:
        form.add_error("form", _cannot_show(lack))
    except NotAResume:
        form.add_error(None, _("There is more in one of its lists than a file can hold. Please shorten it."))
    return None


def refused(request: MemberRequest, opened: Opened, form: ExportForm) -> HttpResponse:
    is_too_often = form.has_error(NON_FIELD_ERRORS, OFTEN)
    return page(request, opened, form, status=pace.TOO_MANY if is_too_often else pace.INCOMPLETE)


def ready(
    request: MemberRequest, opened: Opened, form: ExportForm, made: Made, *, is_kept: bool
) -> HttpResponse:
    """What the check found, and the same form hidden behind one button."""
    checked = made.checked()
    content = {
        "here": "export",
        "hidden": [(name, request.POST[name]) for name in form.fields if request.POST.get(name)],
        "file_name": made.file_name,
        "is_checked": checked is not None,
        "lines": len(checked or []),
        "missing": (missing := [one for one in checked or [] if not one.found]),
        "is_cut": len(missing) == MOST_LOST,
        "top": made.top,
        "is_kept": is_kept,
        "is_not_kept": form.cleaned_data["keep"] and not is_kept,
    }
    return paper.page(request, "desk/resume/export_ready.html", opened, content)


def page(
    request: MemberRequest, opened: Opened, form: ExportForm, *, is_stored: bool = False, status: int = 200
) -> HttpResponse:
    content: dict[str, Any] = {
        "here": "export",
        "form": form,
        "is_stored": is_stored,
        "is_resume": opened.kind.name == "resume",
        "marked": care_marks.found_for_export(request, opened),
        "unread": len(opened.content.get("unread", [])),
    }
    return paper.page(request, "desk/resume/export.html", opened, content, status=status)


def _cannot_show(lack: CannotShow) -> str:
    shown = {
        "script": get_text_list([str(SCRIPTS[script]) for script in lack.scripts], _("and")),
        "characters": " ".join(lack.characters[:5]),
        "line": lack.line[:80],
    }
    return (
        _(
            "Our fonts for the PDF cannot show %(script)s, for instance %(characters)s in “%(line)s”. "
            "A Word file and plain text can: choose one of these, or write something else there."
        )
        % shown
    )
