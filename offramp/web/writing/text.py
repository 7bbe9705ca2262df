"""Writing a letter in one language, and looking at it before anybody else does."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offramp.letters import writing
from offramp.letters.models import Letter, Text
from offramp.web import kept, pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.letters.rows import Row
from offramp.web.writing import forms, mine
from offramp.web.writing.forms import TextForm
from offramp.web.writing.remarks import remarks

MEANWHILE = 409


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest, uuid: UUID, language: str) -> HttpResponse:
    letter = mine.letter_of(request, uuid)
    now = mine.text_of(letter, language)
    if request.method == "POST":
        return _save(request, letter, language)
    typed = kept.take_fields(request)  # with the revision it was typed on: somebody may have been quicker
    form = TextForm(initial=_as_it_stands(now) | typed)
    return _page(request, letter, language, {"form": form, "kept": bool(typed), "told": told.on(request)})


@posted_from("writing-text")
@for_front_desk
def preview(request: MemberRequest, uuid: UUID, language: str) -> HttpResponse:
    """Nothing is saved by it: the text goes on in the form below."""
    letter = mine.letter_of(request, uuid)
    mine.text_of(letter, language)
    form, member = TextForm(request.POST), request.keyholder.member
    if refused := pace.refusal(form, of=member):
        return _page(request, letter, language, {"form": form}, status=refused)
    written = form.written()
    looked = Text(letter=letter, language=language, **vars(written))
    found = remarks(written.body, for_member=member)
    return _page(request, letter, language, {"form": form, "preview": Row(letter, looked), "remarks": found})


def _save(request: MemberRequest, letter: Letter, language: str) -> HttpResponse:
    form, member = TextForm(request.POST), request.keyholder.member
    if refused := pace.refusal(form, of=member):
        return _page(request, letter, language, {"form": form}, status=refused)
    base, today = form.cleaned_data["base"] or 0, timezone.now().date()
    try:
        writing.save(letter=letter, language=language, written=form.written(), base=base, by=member, on=today)
    except writing.Changed as meanwhile:
        return _page(request, letter, language, _beside(form, meanwhile.theirs), status=MEANWHILE)
    return told.redirect("writing-text", told="saved", uuid=letter.pk, language=language)


def _beside(form: TextForm, theirs: Text) -> dict[str, Any]:
    """What somebody else saved, above one's own; whoever saves then has seen it."""
    return {"form": form, "theirs": theirs, "base": theirs.newest}


def _as_it_stands(text: Text | None) -> dict[str, Any]:
    if text is None:
        return {"text": "# ", "base": 0}
    shown = {name: getattr(text, name) for name in ("summary", "author", "alt")}
    return shown | {"text": text.written.whole, "base": text.newest}


def _page(
    request: MemberRequest, letter: Letter, language: str, more: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    content = {
        "letter": letter,
        "language_written": language,
        "language_name": dict(forms.languages()).get(language, language),
        "is_public": letter.is_public(at=timezone.now()),
        "base": more["form"]["base"].value(),
    }
    return render(request, "writing/text.html", content | more, status=status)
