"""What a résumé is for and how it looks: title, purpose, language, paper, design; and what stands on top."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.documents.places import Content
from offramp.paper.outline import BASICS, Form
from offramp.paper.writing.pdf import DESIGNS
from offramp.web.desk.asked import Asked
from offramp.web.desk.resume import mine, names, previews
from offramp.web.desk.resume.part import Part, draw, write_part
from offramp.web.doors import MemberRequest, for_seeker, posted_from

PURPOSES: dict[str, Promise] = {
    "private": _("Companies, cities, counties, states, anybody else"),
    "federal": _("A federal employer"),
}
LANGUAGES: dict[str, Promise] = {"en": _("English"), "es": _("Spanish")}
TOP_HINTS: dict[str, Promise] = {
    "label": _("What you are or want to be, in a few words: “Logistics coordinator”. Not your name."),
    "summary": _("Two or three sentences: what you can do, and why for this work."),
    "x-clearance": _("Only the level and whether it is active. Leave it empty if nobody asks for it."),
}


def asked(kind: str) -> list[Asked]:
    """Of a résumé or a letter; only a résumé is for one kind of employer."""
    purposes = [Asked("purpose", _("For whom"), "choice", choices=tuple(PURPOSES.items()))]
    return [
        Asked("title", _("What you call it"), hint=_("It is not printed.")),
        *(purposes if kind == "resume" else []),
        Asked("language", _("Its language"), "choice", choices=tuple(LANGUAGES.items())),
        Asked("design", _("Design"), "choice", choices=tuple(previews.DESIGN_NAMES.items())),
        Asked("paper", _("Paper"), "choice", choices=tuple(previews.PAPER_NAMES.items())),
    ]


def told(content: Content) -> list[Promise]:
    """The same as it was chosen, in a few words."""
    purpose = [PURPOSES[content["purpose"]]] if "purpose" in content else []
    design = previews.DESIGN_NAMES.get(content["design"] or DESIGNS[0])
    return [*purpose, LANGUAGES[content["language"]], *filter(None, [design])]


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def choose(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    start = mine.paper(request, uuid, number)
    part = Part(
        "desk-resume-choices",
        _("What it is for, and its look"),
        asked(start.kind.name),
        read=chosen,
        put=lambda content, said: content | said,
    )
    return write_part(request, start, part)


def chosen(content: Content) -> Content:
    keys = ("title", "purpose", "language", "design", "paper")
    return {key: content[key] for key in keys if key in content} | {"design": content["design"] or DESIGNS[0]}


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def top(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    start = mine.opened(request, uuid, number)
    return write_part(request, start, _top(start.content))


@posted_from("desk")
@for_seeker
def draw_top(request: MemberRequest, uuid: UUID, number: int) -> HttpResponse:
    start = mine.opened(request, uuid, number)
    return draw(request, start, _top(start.content))


def _top(content: Content) -> Part:
    return Part(
        "desk-resume-top",
        _("What stands at the top"),
        asked_at_top(content),
        read=lambda content: content["basics"],
        put=lambda content, said: content | {"basics": content["basics"] | said},
        draft="desk-resume-top-draft",
    )


def asked_at_top(content: Content) -> list[Asked]:
    is_federal, basics = content["purpose"] == "federal", content["basics"]
    return [
        Asked(
            field.key,
            names.capital(names.field("basics", field.key)),
            "text" if field.form is Form.TEXT else "line",
            TOP_HINTS.get(field.key, ""),
        )
        for field in BASICS
        if is_federal or not field.is_federal or basics[field.key]
    ]
