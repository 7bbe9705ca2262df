"""Every address of a résumé and a letter, for documents that are none, with what no form of ours sends."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from django.urls import URLPattern, reverse

from offramp.documents import private
from offramp.documents.models import Document, Version
from offramp.web import limits, pace
from offramp.web.desk.letter import urls as letter_urls
from offramp.web.desk.resume import urls as resume_urls
from tests.cast import TODAY, Person
from tests.documents.papers import a_note
from tests.web.desk.brought import a_letter, a_resume
from tests.web.signing_in import seeker_visit

pytestmark = pytest.mark.django_db

ADDRESSES = [
    one for one in (*resume_urls.urlpatterns, *letter_urls.urlpatterns) if "uuid" in one.pattern.converters
]
PARTS: dict[str, tuple[Any, ...]] = {
    "number": (1, 10**30),
    "page": (1, 10**30),
    "section": ("work", "title"),
    "entry": ("j1", "nobody"),
    "beside": ("j1",),
    "goal": ("words", "look", "nowhere"),
    "place": (
        "title",
        "work",
        "work/j1/highlights/b1",
        "work/j1/highlights/b1/evidence",
        "work/\u00fc x/y/z",
    ),
}
# A letter's own pages: these may change one.
OF_LETTERS = {
    *(str(one.name) for one in letter_urls.urlpatterns),
    *("desk-resume-choices", "desk-resume-look", "desk-line"),
}
NAMES = (
    *("text", "keep", "draft", "title", "base", "seen", "key", "design", "paper", "form", "name", "knowing"),
    *("email", "profiles", "language", "purpose", "field-draft", "field-after", "field-title", "field-tags"),
    *("field-text", "field-startDate", "field-highlights", "field-j1-out", "field-j1-startDate", "line-"),
    *("0123456789abcdef", "field-summary", "field-resume", "field-language", "field-evidence"),
)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for count in vars(pace):
        if count.endswith(("_A_MINUTE", "_AN_HOUR")):
            monkeypatch.setattr(pace, count, 1_000_000)
    monkeypatch.setattr(limits, "allow", lambda *_args, **_kwargs: True)


def absurd(note: UUID) -> Iterator[QueryDict]:
    """Nothing at all; letters that no keyboard has and no number; everything twice; an entry twice."""
    yield QueryDict(mutable=True)
    for values in (["\x00\x01\u202e<b>"], ["x", str(note)]):
        fields = QueryDict(mutable=True)
        for name in NAMES:
            fields.setlist(name, values)
        fields["base"] = "9" * 30
        yield fields
    fields = QueryDict(mutable=True)
    fields.update({"base": "1", "seen": "j1 j1 nobody", "field-j1-out": "on", "text": " ", "keep": "on"})
    yield fields


def paths(address: URLPattern, uuid: UUID) -> Iterator[str]:
    """With each of the parts that it names, the others as they should be."""
    names = [name for name in address.pattern.converters if name != "uuid"]
    usual = {name: PARTS[name][0] for name in names} | {"uuid": uuid}
    every = [usual, *(usual | {name: value} for name in names for value in PARTS[name][1:])]
    for one in every:
        yield reverse(str(address.name), kwargs=one)


def state(document: Document) -> list[tuple[int, bytes]]:
    return [(one.number, bytes(one.sealed)) for one in Version.objects.filter(document=document.pk)]


def token_of(visit: Client) -> str:
    """What their cookie holds is taken as well as what a form hides."""
    return visit.cookies[settings.CSRF_COOKIE_NAME].value


def failures(visit: Client, address: URLPattern, document: Document, note: UUID) -> list[str]:
    """Look at one address of a document, and send to it; says where the answer was a failure of ours."""
    token, failed = token_of(visit), []
    for path in paths(address, document.pk):
        statuses = {visit.get(path).status_code}
        for fields in absurd(note):
            fields["csrfmiddlewaretoken"] = token
            sent = fields.urlencode()
            answer = visit.post(path, sent, content_type="application/x-www-form-urlencoded")
            statuses.add(answer.status_code)
        failed += [path] if 403 in statuses or max(statuses) >= 500 else []
    return failed


def all_failures(visit: Client, document: Document, note: UUID, *, but: Iterable[str] = ()) -> list[str]:
    return [
        path
        for address in ADDRESSES
        if str(address.name) not in but
        for path in failures(visit, address, document, note)
    ]


# Whose a document is and of which kind is asked first: where that ends it, what was sent reaches no engine.
@pytest.mark.parametrize("kind", [pytest.param("note", marks=pytest.mark.once), "letter"])
def test_a_document_of_another_kind_is_left_alone(ada: Person, kind: str) -> None:
    visit, note = seeker_visit(ada), a_note(ada, "Words.")
    document = note if kind == "note" else a_letter(ada, why="I like trucks.")
    before = state(document)

    failed = all_failures(visit, document, note.pk, but=OF_LETTERS if kind == "letter" else {"desk-line"})

    assert failed == []
    assert state(document) == before


@pytest.mark.once
def test_so_is_what_is_kept_for_all_papers(ada: Person) -> None:
    visit, note = seeker_visit(ada), a_note(ada, "Words.")
    private.keep_posting(by=ada.keyholder, document=note, text="Wanted: a clerk.", on=TODAY)
    kept = Document.objects.exclude(pk=note.pk).get()
    before = state(kept)

    assert all_failures(visit, kept, note.pk, but={"desk-contact", "desk-contact-removal"}) == []
    assert state(kept) == before


@pytest.mark.once
def test_so_is_a_resume_of_somebody_else(ada: Person, gus: Person) -> None:
    visit, note, theirs = seeker_visit(ada), a_note(ada, "Words."), a_resume(gus, "Planned.")
    before = state(theirs)

    assert all_failures(visit, theirs, note.pk) == []
    assert state(theirs) == before


def test_a_resume_of_ones_own_bears_it_all(ada: Person) -> None:
    visit, note = seeker_visit(ada), a_note(ada, "Words.")

    for address in ADDRESSES:  # each finds a whole one
        assert failures(visit, address, a_resume(ada, "Planned."), note.pk) == []


def test_what_begins_a_paper_bears_it_all(ada: Person) -> None:
    visit, note = seeker_visit(ada), a_note(ada, "Words.")
    before, token = state(note), token_of(visit)

    for name in ("desk-bring", "desk-resume-new", "desk-letter-new"):
        for fields in absurd(note.pk):
            fields["csrfmiddlewaretoken"] = token
            assert visit.post(reverse(name), fields).status_code < 500

    assert state(note) == before


@pytest.mark.parametrize("form", ["pdf", "docx", "txt", "json"])
def test_letters_that_no_keyboard_has_break_no_file(ada: Person, form: str) -> None:
    resume, visit = a_resume(ada, "Planned \x01\x0b\x1b\ufffe the routes."), seeker_visit(ada)
    token = token_of(visit)
    typed = {"name": "A\x01da", "form": form, "design": "plain", "paper": "a4", "language": "en"}
    typed = {f"field-{name}": value for name, value in typed.items()}

    for end in ("export/", "export/file/"):
        answer = visit.post(f"/place/desk/{resume.pk}/{end}", typed | {"csrfmiddlewaretoken": token})
        assert answer.status_code < 500
