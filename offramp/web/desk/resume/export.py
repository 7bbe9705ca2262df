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
from offramp.web import kept, pace, told
from offramp.web.desk import paper
from offramp.web.desk.resume import care_marks, contact, export_forms, export_paper, words_spots
from offramp.web.desk.resume.contact import Standing
from offramp.web.desk.resume.export_forms import ExportForm
from offramp.web.desk.resume.export_paper import Made, TooLong
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.uploads import takes_long

KINDS = ("resume", "letter")
OFTEN = "often"
TOO_LONG = gettext_lazy(
    "A PDF of this would have far more pages than anybody reads, so we make none. Hide what this employer "
    "does not need; or choose Word or plain text, which hold all of it."
)
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
        return begin(request, opened)
    if is_empty(opened):
        return page(request, opened, ExportForm(request.POST), status=pace.INCOMPLETE)
    form = ExportForm(request.POST)
    before = contact.kept(request)
    # Also where something is marked: looking at it leads away from this page.
    is_kept = is_kept_on_wish(request, form)
    made = made_or_none(request, opened, form)
    if made is None:
        return refused(request, opened, form)
    kept_now = contact.standing(before, form, is_kept=is_kept)
    return ready(request, opened, form, made, kept_now)


@takes_long
@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def file(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """The same form once more, as what was made for it was kept nowhere."""
    opened = words_spots.opened_paper(request, uuid, kinds=KINDS)
    if request.method != "POST":
        return begin(request, opened)
    form = ExportForm(request.POST)
    made = made_or_none(request, opened, form)
    if made is None:
        return refused(request, opened, form)
    return made.answer()


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def again(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """Back to the form with all that was typed, which stands nowhere but in the browser."""
    opened = words_spots.opened_paper(request, uuid, kinds=KINDS)
    if request.method != "POST":
        return begin(request, opened)
    if not pace.may_draw(request.keyholder.member):  # all of it is looked through for marks
        return told.redirect("desk-export", told="often", uuid=uuid)
    return page(request, opened, ExportForm(request.POST))


def begin(request: MemberRequest, opened: Opened) -> HttpResponse:
    """With what was typed, where the visit ended in the middle, whichever button was pressed."""
    known, typed = private.read(by=request.keyholder).contact, kept.take_fields(request)
    return page(request, opened, export_forms.begun(opened.content, known, typed), is_back=bool(typed))


def is_kept_on_wish(request: MemberRequest, form: ExportForm) -> bool:
    is_wished = form.is_valid() and form.cleaned_data["keep"]
    return is_wished and pace.may_write(request.keyholder.member) and contact.keep(request, form)


def made_or_none(request: MemberRequest, opened: Opened, form: ExportForm) -> Made | None:
    """None with a sentence in the form, where something is missing, marked, too often, or in no font."""
    if not form.is_valid():
        return None
    if not form.cleaned_data["knowing"] and care_marks.found_for_export(request, opened, form.own):
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
    except TooLong:
        form.add_error("form", str(TOO_LONG))
    except NotAResume:
        form.add_error(None, _("There is more in one of its lists than a file can hold. Please shorten it."))
    return None


def refused(request: MemberRequest, opened: Opened, form: ExportForm) -> HttpResponse:
    is_too_often = form.has_error(NON_FIELD_ERRORS, OFTEN)
    return page(request, opened, form, status=pace.TOO_MANY if is_too_often else pace.INCOMPLETE)


def ready(
    request: MemberRequest, opened: Opened, form: ExportForm, made: Made, kept_now: Standing
) -> HttpResponse:
    """What the check found, and the same form hidden behind one button."""
    checked = made.checked()
    content = {
        "here": "export",
        "hidden": [(one.html_name, one.value()) for one in form if one.value()],
        "file_name": made.file_name,
        "is_checked": checked is not None,
        "lines": len(checked or []),
        "missing": (missing := [one for one in checked or [] if not one.found]),
        "is_cut": len(missing) == MOST_LOST,
        "top": made.top,
        "kept": kept_now,
        "is_not_kept": form.cleaned_data["keep"] and not kept_now.is_this,
    }
    return paper.page(request, "desk/resume/export_ready.html", opened, content)


def page(
    request: MemberRequest, opened: Opened, form: ExportForm, *, is_back: bool = False, status: int = 200
) -> HttpResponse:
    marked, is_known = care_marks.found_for_export(request, opened, form.own), bool(contact.kept(request))
    content: dict[str, Any] = {
        "here": "export",
        "form": form,
        "is_back": is_back,
        "is_stored": is_known,
        "is_resume": opened.kind.name == "resume",
        "is_empty": is_empty(opened),
        "marked": marked,
        # The page of all marks does not know what is only typed here.
        "only_here": not is_known and {one.mark.kind for one in marked} == {"own-name"},
        "unread": len(opened.content.get("unread", [])),
    }
    return paper.page(request, "desk/resume/export.html", opened, content, status=status)


def is_empty(opened: Opened) -> bool:
    """Whether a file of it would hold nothing but the name."""
    return not any(place.text.strip() for place in words_spots.shown_places(opened))


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
