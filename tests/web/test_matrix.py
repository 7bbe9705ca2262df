"""Every address for everybody: who is let in, what a stranger sees, and that looking changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from offramp import campaigns
from offramp.documents import comments, editing, kinds
from offramp.documents.proposals import Removal
from offramp.pairing import advice, handovers, offers
from offramp.pairing.models import Pairing
from offramp.people import enrollment, roles
from offramp.people.models import Role, Session
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer, paired, two_organizers
from tests.documents.papers import propose, share, shared_note
from tests.letters.letters import a_public_letter
from tests.web.desk.brought import a_resume
from tests.web.files import lying
from tests.web.signing_in import TOKEN, seeker_visit, staff_visit
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

SEEKERS = {"Ada", "Gus"}
ADVISERS = {"Bo", "Cy"}
DESK = {"Di"}
ORGANIZERS = DESK | {"Fay"}  # Fay waits for the front desk's key
STAFF = ADVISERS | ORGANIZERS
MEMBERS = SEEKERS | STAFF
EVERYBODY = MEMBERS | {"nobody"}
NOBODY_AT_ALL: set[str] = set()

OPEN = {200, 302, 405}  # 405: the address takes only a form, and says so to everybody alike
SHUT = {404, 405, 302}  # 302: an address that only takes a form leads to where the form is


@dataclass(frozen=True)
class Row:
    """One address, of one thing where it names one, and those who may open it."""

    name: str
    may: set[str]
    of: str = ""


ROWS = (
    *(Row(name, EVERYBODY) for name in ("landing", "confidence", "now", "about", "privacy", "accessibility")),
    *(Row(name, EVERYBODY) for name in ("robots", "security", "leave", "help", "return", "lost", "staff")),
    *(Row(name, EVERYBODY) for name in ("code", "code-card", "staff-number", "sign-out")),
    Row("staff-link", EVERYBODY, of="link"),
    *(Row(name, SEEKERS) for name in ("place", "place-messages", "place-change", "place-stay", "place-copy")),
    *(Row(name, SEEKERS) for name in ("place-new-code", "place-burning", "place-readers", "place-earlier")),
    *(Row(f"place-handover{end}", SEEKERS) for end in ("", "-approval", "-refusal")),
    *(Row(f"desk{end}", SEEKERS) for end in ("", "-new")),
    *(
        Row(f"desk-{end}", {"Ada"}, of="note of Ada")
        for end in ("document", "versions", "sharing", "sharing-end", "removal")
    ),
    *(Row(f"desk-{end}", {"Ada"}, of="version of Ada") for end in ("version", "next-version", "restoration")),
    *(Row(f"account{end}", STAFF) for end in ("", "-new-code", "-passkeys", "-passkeys-removal", "-address")),
    Row("account-copy", STAFF),
    Row("account-profile", ADVISERS),
    *(Row(name, ORGANIZERS) for name in ("people", "people-journal")),
    Row("people-invitations", DESK),
    *(Row(f"people-invitation-{end}", DESK, of="invitation") for end in ("approval", "withdrawal")),
    *(Row(f"people-role-change-{end}", DESK, of="role change") for end in ("approval", "withdrawal")),
    *(Row(f"people-{end}", DESK, of="Bo") for end in ("access", "removal", "role", "unlocking")),
    *(Row(f"people-{end}", NOBODY_AT_ALL, of="Ada") for end in ("access", "removal", "role", "unlocking")),
    Row("people-resealing", DESK),
    *(
        Row(f"front-desk{end}", DESK)
        for end in ("", "-sweeps", "-swept", "-pause", "-resumption", "-questions")
    ),
    Row("front-desk-notes", DESK),
    *(
        Row(f"front-desk-{end}", may, of=whose)
        for end in ("request", "reading", "messages", "closing", "advisers", "offers", "sweep-undo")
        for may, whose in ((DESK, "request of Gus"), (NOBODY_AT_ALL, "request of Ada"))
    ),
    Row("front-desk-withdrawal", DESK, of="offer to Bo"),
    *(Row(f"front-desk-{end}", DESK, of="question of Bo") for end in ("question", "answer")),
    *(Row(name, ADVISERS) for name in ("caseload", "caseload-questions")),
    *(Row(f"caseload-{end}", {"Bo"}, of="offer to Bo") for end in ("offer", "acceptance", "declining")),
    Row("caseload-question", {"Bo"}, of="question of Bo"),
    *(
        Row(f"caseload-{end}", {"Bo"}, of="pairing of Bo")
        for end in ("conversation", "messages", "draft", "handover", "leaving")
    ),
    *(Row(f"desk-{end}", {"Ada"}, of="note of Ada") for end in ("review", "all-accepted", "all-declined")),
    *(Row(f"desk-{end}", {"Ada"}, of="suggestion of Bo") for end in ("acceptance", "own-words", "declining")),
    *(Row(f"desk-comment-{end}", {"Ada"}, of="comment") for end in ("answers", "resolution", "reopening")),
    Row("desk-comments", {"Ada"}, of="note of Ada"),
    Row("desk-place-comments", {"Ada"}, of="title of the note"),
    Row("caseload-desk", {"Bo"}, of="pairing of Bo"),
    *(Row(f"caseload-{end}", {"Bo"}, of="shared") for end in ("document", "reviewed", "comments")),
    *(
        Row(f"caseload-{end}", {"Bo"}, of="place shared")
        for end in ("suggestion", "insertion", "removal", "place-comments")
    ),
    Row("caseload-withdrawal", {"Bo"}, of="suggestion shared"),
    *(
        Row(f"caseload-comment-{end}", {"Bo"}, of="comment shared")
        for end in ("answers", "resolution", "reopening")
    ),
    Row("desk-files", SEEKERS),
    *(Row(f"desk-file{end}", {"Ada"}, of="file of Ada") for end in ("", "-copy")),
    *(Row(f"caseload-file{end}", {"Bo"}, of="file shared") for end in ("", "-copy")),
    *(Row(f"place-attachment{end}", {"Ada"}, of="attachment") for end in ("", "-copy")),
    *(Row(f"caseload-attachment{end}", {"Bo"}, of="attachment to Bo") for end in ("", "-copy")),
    Row("desk-file-picture", {"Ada"}, of="page of file of Ada"),
    Row("caseload-file-picture", {"Bo"}, of="page of file shared"),
    Row("place-attachment-picture", {"Ada"}, of="page of attachment"),
    Row("caseload-attachment-picture", {"Bo"}, of="page of attachment to Bo"),
    Row("desk-bring", SEEKERS),
    *(Row(f"desk-{end}", {"Ada"}, of="resume of Ada") for end in ("bringing", "unread", "wording")),
    *(Row(f"desk-care{end}", {"Ada"}, of="resume of Ada") for end in ("", "-again")),
    *(Row(f"desk-export{end}", {"Ada"}, of="resume of Ada") for end in ("", "-again", "-file")),
    *(Row(f"desk-contact{end}", {"Ada"}, of="resume of Ada") for end in ("", "-removal")),
    *(Row(f"desk-posting{end}", {"Ada"}, of="resume of Ada") for end in ("", "-removal")),
    Row("desk-bringing-part", {"Ada"}, of="section of the resume"),
    Row("desk-place-wording", {"Ada"}, of="entry of the resume"),
    Row("desk-line", {"Ada"}, of="line of the resume"),
    *(Row(f"desk-{kind}-new", SEEKERS) for kind in ("resume", "letter")),
    Row("desk-preview", {"Ada"}, of="resume of Ada"),
    Row("desk-preview-page", {"Ada"}, of="page of the resume"),
    *(Row(f"desk-resume-{end}", {"Ada"}, of="resume of Ada") for end in ("order", "copies", "offers")),
    *(Row(f"desk-resume-offer-{end}", {"Ada"}, of="resume of Ada") for end in ("acceptance", "declining")),
    *(
        Row(f"desk-resume-{end}", {"Ada"}, of="version of the resume")
        for end in ("choices", "top", "top-draft", "look")
    ),
    *(
        Row(f"desk-resume-{end}", {"Ada"}, of="line of the resume")
        for end in ("bullet", "up", "down", "hiding", "showing", "removal")
    ),
    *(Row(f"desk-resume-entry{end}", {"Ada"}, of="form of the entry") for end in ("", "-draft", "-tags")),
    *(Row(f"desk-resume-{end}", {"Ada"}, of="section of the resume") for end in ("section", "entry-new")),
    Row("desk-resume-entry-beside", {"Ada"}, of="beside the entry"),
    Row("desk-resume-bullets", {"Ada"}, of="bullets of the entry"),
    *(
        Row(f"desk-letter-{end}", {"Ada"}, of="version of a cover letter")
        for end in ("text", "draft", "pages")
    ),
    Row("caseload-preview", {"Bo"}, of="resume shared"),
    Row("caseload-preview-page", {"Bo"}, of="page of resume shared"),
    Row("look", EVERYBODY, of="the colors"),
    *(Row(name, EVERYBODY) for name in ("letters", "letters-search", "letters-feed", "sitemap")),
    Row("help-letter", EVERYBODY),
    Row("letters-year", EVERYBODY, of="year of the letter"),
    *(Row(f"letter{end}", EVERYBODY, of="address of the letter") for end in ("", "-picture", "-card")),
    *(Row(f"writing{end}", DESK) for end in ("", "-new")),
    *(
        Row(f"writing-{end}", DESK, of="letter")
        for end in ("letter", "publication", "withdrawal", "withdrawal-undo")
    ),
    *(Row(f"writing-picture{end}", DESK, of="letter") for end in ("", "-now", "-removal")),
    *(Row(f"writing-{end}", DESK, of="text of the letter") for end in ("text", "preview", "revisions")),
    *(Row(f"writing-{end}", DESK, of="revision of the letter") for end in ("revision", "restoration")),
)


@dataclass(frozen=True)
class Scene:
    people: dict[str, Person]
    addresses: dict[str, Any]  # what stands in an address, by whose it is

    def path(self, row: Row) -> str:
        if row.of == "link":
            return reverse(row.name, args=[self.addresses["link"]])
        found = self.addresses[row.of] if row.of else {}
        return reverse(row.name, kwargs=found if isinstance(found, dict) else {"uuid": found})

    def visit(self, name: str) -> Client:
        if name == "nobody":
            return from_our_page()
        return (seeker_visit if name in SEEKERS else staff_visit)(self.people[name])


@pytest.fixture
def scene() -> Scene:
    di, ed = two_organizers()
    bo, cy, fay = an_adviser("Bo"), an_adviser("Cy"), an_organizer("Fay")
    ada, gus = a_seeker("Ada's."), a_seeker("Gus's.")
    pairing = paired(ada, bo, di)
    handovers.propose(by=bo.keyholder, pairing=pairing, text="A summary.", on=TODAY)
    offer = offers.make(by=di.keyholder, request=gus.request, adviser=bo.member, on=TODAY)
    question = advice.ask(by=bo.keyholder, text="A question.", on=TODAY)
    invitation = enrollment.propose(by=di.member, role=Role.ADVISER, name="Kim", on=TODAY).invitation
    change = roles.propose(member=cy.member, role=Role.ORGANIZER, by=ed.member, on=TODAY)
    note = shared_note(ada, pairing, "A note.")
    suggestion = propose(bo, note, Removal("paragraphs/p1", "A note."))
    comment = comments.put(by=bo.keyholder, document=note, path="", text="A comment.", on=TODAY)
    shared = {"uuid": pairing.pk, "document": note.pk}
    files = lying.addresses(ada, pairing)
    approved = enrollment.propose(by=di.member, role=Role.ADVISER, name="Lou", on=TODAY).invitation
    return Scene(
        people={"Ada": ada, "Gus": gus, "Bo": bo, "Cy": cy, "Di": di, "Fay": fay},
        addresses={
            "Ada": ada.member.pk,
            "Bo": bo.member.pk,
            "the colors": {"name": next(iter(campaigns.current().look.files))},
            "request of Ada": ada.request.uuid,
            "request of Gus": gus.request.uuid,
            "note of Ada": note.pk,
            "version of Ada": {"uuid": note.pk, "number": 1},
            "suggestion of Bo": suggestion.pk,
            "comment": comment.pk,
            "title of the note": {"uuid": note.pk, "place": "title"},
            **papers_of(ada, pairing),
            "shared": shared,
            "place shared": shared | {"place": "paragraphs/p1"},
            "suggestion shared": shared | {"suggestion": suggestion.pk},
            "comment shared": shared | {"comment": comment.pk},
            **files,
            **{f"page of {name}": address | {"page": 1} for name, address in files.items()},
            **open_letter(),
            "pairing of Bo": pairing.pk,
            "offer to Bo": offer.pk,
            "question of Bo": question.uuid,
            "invitation": invitation.pk,
            "role change": change.pk,
            "link": enrollment.approve(invitation=approved, by=ed.member, on=timezone.now().date()),
        },
    )


def papers_of(ada: Person, pairing: Pairing) -> dict[str, Any]:
    """A résumé of her own, one that she shares, and a letter."""
    resume, theirs = a_resume(ada, "A bullet.").pk, a_resume(ada, "Another bullet.")
    share(ada, theirs, pairing)
    letter = editing.begin(by=ada.keyholder, kind="letter", content=kinds.of("letter").empty(), on=TODAY)
    entry = {"uuid": resume, "section": "work", "entry": "j1"}
    shared = {"uuid": pairing.pk, "document": theirs.pk}
    return {
        "resume of Ada": resume,
        "page of the resume": {"uuid": resume, "page": 1},
        "version of the resume": {"uuid": resume, "number": 1},
        "section of the resume": {"uuid": resume, "section": "work"},
        "entry of the resume": {"uuid": resume, "place": "work/j1"},
        "line of the resume": {"uuid": resume, "number": 1, "place": "work/j1/highlights/b1"},
        "form of the entry": entry | {"number": 1},
        "bullets of the entry": entry,
        "beside the entry": {"uuid": resume, "section": "work", "beside": "j1"},
        "version of a cover letter": {"uuid": letter.pk, "number": 1},
        "resume shared": shared,
        "page of resume shared": shared | {"page": 1},
    }


def open_letter() -> dict[str, Any]:
    letter = a_public_letter(has_picture=True)
    text = {"uuid": letter.pk, "language": "en"}
    return {
        "letter": letter.pk,
        "address of the letter": {"slug": letter.slug},
        "year of the letter": {"year": letter.publication.at.year},
        "text of the letter": text,
        "revision of the letter": text | {"number": 1},
    }


def test_every_address_has_its_row() -> None:
    assert set(named(get_resolver())) == {row.name for row in ROWS}


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_everybody_is_let_in_where_they_belong_and_looking_changes_nothing(scene: Scene, name: str) -> None:
    client = scene.visit(name)
    before = everything_stored()

    answers = {(row.name, row.of): client.get(scene.path(row)).status_code for row in ROWS if name in row.may}

    assert {key: status for key, status in answers.items() if status not in OPEN} == {}
    assert everything_stored() == before


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_a_stranger_sees_404_and_changes_nothing(scene: Scene, name: str) -> None:
    client = scene.visit(name)
    form = {"csrfmiddlewaretoken": token(client, "/sign-out/"), "text": "Let me in."}
    before = everything_stored()

    seen = {
        (row.name, row.of): {client.get(path).status_code, client.post(path, form).status_code}
        for row in ROWS
        if name not in row.may
        for path in [scene.path(row)]
    }

    assert {key: both for key, both in seen.items() if 404 not in both or not both <= SHUT} == {}
    assert everything_stored() == before


def test_nobody_signed_in_is_told_the_same_whatever_the_address(scene: Scene) -> None:
    client = scene.visit("nobody")
    form = {"csrfmiddlewaretoken": token(client, "/return/")}
    before = everything_stored()

    led_to = {
        row.name: {client.get(path).headers.get("Location"), client.post(path, form).headers.get("Location")}
        for row in ROWS
        if "nobody" not in row.may
        for path in [scene.path(row)]
    }

    assert {name for name, doors in led_to.items() if not doors & {"/return/", "/staff/"}} == set()
    assert everything_stored() == before


def token(client: Client, form_at: str) -> str:
    return str(TOKEN.findall(client.get(form_at).content.decode())[0])


def named(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.name)
        else:
            yield from named(pattern)


def everything_stored() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the sessions, which a visit touches."""
    return {
        model._meta.label: sorted(map(comparable, model._default_manager.values_list()))
        for model in apps.get_models()
        if model is not Session
    }


def comparable(values: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(
        bytes(value).hex() if isinstance(value, memoryview | bytes) else str(value) for value in values
    )
