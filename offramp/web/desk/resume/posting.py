"""A paper beside a posting: what it asks for and the paper does not say, and where it could truthfully go."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents import private
from offramp.documents.kinds.kind import Refused
from offramp.documents.kinds.private import LONGEST_POSTING
from offramp.documents.versions import Opened
from offramp.paper import contents, postings
from offramp.paper.postings import Asked
from offramp.web import kept, pace, told
from offramp.web.desk import mine, paper
from offramp.web.desk.resume import names, words_spots
from offramp.web.doors import MemberRequest, for_seeker, posted_from
from offramp.web.texts import LongText

KINDS: dict[str, Promise] = {
    "requirement": _("Required"),
    "skill": _("Skill"),
    "certificate": _("Certificate"),
    "licence": _("License"),
    "tool": _("Tool"),
    "language": _("Language"),
    "years": _("Years of experience"),
    "education": _("Education"),
}
TOP = _("At the top")
TOO_LONG = _("This is too long to be kept. It is compared all the same; to keep it, shorten it.")


class PostingForm(forms.Form):
    """A posting as it was copied, kept only if somebody wants it kept."""

    text = LongText(longest=LONGEST_POSTING)
    keep = forms.BooleanField(required=False)


@dataclass(frozen=True)
class Wanted:
    """One thing that it asks for, and in which section it is said, or could be."""

    text: str
    kind: Promise
    section: Promise
    address: str


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened = words_spots.opened_paper(request, uuid, kinds=("resume",))
    if request.method != "POST":
        stored = private.read(by=request.keyholder).posting(uuid)
        text = kept.take(request)
        form = PostingForm(initial={"text": text or stored, "keep": bool(stored)})
        beside = "" if text else stored
        return page(request, opened, form, beside, is_stored=bool(stored), kept=bool(text))
    form = PostingForm(request.POST)
    if refused := pace.refusal(form, of=request.keyholder.member):
        return page(request, opened, form, status=refused)
    return compare(request, opened, form)


def compare(request: MemberRequest, opened: Opened, form: PostingForm) -> HttpResponse:
    """Answered at once, as what is not kept cannot be shown after a redirect."""
    text, keep, today = form.cleaned_data["text"], form.cleaned_data["keep"], timezone.now().date()
    try:
        with mine.or_404():
            private.keep_posting(
                by=request.keyholder, document=opened.document, text=text if keep else "", on=today
            )
    except Refused:
        form.add_error("keep", str(TOO_LONG))
        return page(request, opened, form, text, status=pace.INCOMPLETE)
    return page(request, opened, form, text, is_stored=keep)


@posted_from("desk-posting")
@for_seeker
def forget(request: MemberRequest, uuid: UUID) -> HttpResponse:
    opened, today = words_spots.opened_paper(request, uuid, kinds=("resume",)), timezone.now().date()
    with mine.or_404():
        private.keep_posting(by=request.keyholder, document=opened.document, text="", on=today)
    return told.redirect("desk-posting", told="posting-gone", uuid=uuid)


def page(
    request: MemberRequest,
    opened: Opened,
    form: PostingForm,
    beside: str = "",
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """With what was laid beside the paper, if anything was."""
    asked = postings.compare(beside, contents.to_resume(opened.content)) if beside else []
    content = {
        "here": "posting",
        "form": form,
        "is_compared": bool(beside),
        "unsaid": [wanted(one, one.could_stand_in, opened) for one in asked if not one.is_said],
        "said": [wanted(one, one.said_in, opened) for one in asked if one.is_said],
        "longest": LONGEST_POSTING,
    }
    return paper.page(request, "desk/resume/posting.html", opened, content | more, status=status)


def wanted(asked: Asked, where: str, opened: Opened) -> Wanted:
    key, uuid = where.partition("/")[0], opened.document.pk
    if key not in names.SECTIONS:
        return Wanted(asked.text, KINDS[asked.kind], TOP, reverse("desk-document", args=[uuid]))
    address = reverse("desk-resume-section", args=[uuid, key])
    return Wanted(asked.text, KINDS[asked.kind], names.SECTIONS[key], address)
