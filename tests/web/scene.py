"""One of everything that an address can name, and the people who may or may not open it."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offramp import campaigns
from offramp.documents import comments, editing, kinds
from offramp.documents.proposals import Removal
from offramp.pairing import advice, handovers, offers
from offramp.pairing.models import Pairing
from offramp.people import enrollment, roles
from offramp.people.models import Role, Session
from offramp.signatures.models import Signature
from offramp.subscribers.models import Mailing
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer, paired, two_organizers
from tests.documents.papers import propose, share, shared_note
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply
from tests.web.addresses import SEEKERS, Row
from tests.web.desk.brought import a_resume
from tests.web.files import lying
from tests.web.signing_in import seeker_visit, staff_visit
from tests.web.subscription.subscribers import a_subscriber
from tests.web.visitors import from_our_page


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
            "first version of Ada": {"uuid": note.pk, "first": 1},
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
        "goal of a cover letter": {"uuid": letter.pk, "number": 1, "goal": "words"},
        "goal of the entry": entry | {"number": 1, "goal": "words"},
        "resume shared": shared,
        "page of resume shared": shared | {"page": 1},
    }


def open_letter() -> dict[str, Any]:
    letter = a_public_letter(has_picture=True)
    text = {"uuid": letter.pk, "language": "en"}
    reply = a_reply(letter)
    held = Signature.objects.create(
        letter=letter,
        name="Ada <3",
        is_shown=True,
        is_held=True,
        email="ada@example.org",
        language="en",
        asked_on=TODAY,
        confirmed_on=TODAY,
    )
    subscriber = {"key": a_subscriber().key}
    return {
        "key of a subscriber": subscriber,
        "letter of a subscriber": subscriber | {"slug": letter.slug},
        "key of a signature": {"key": held.key},
        "signature": {"uuid": letter.pk, "signature": held.pk},
        "reply": reply.pk,
        "key of the reply": {"key": reply.key},
        "letter": letter.pk,
        "mailing": Mailing.objects.create(month=TODAY.replace(day=1), asked_on=TODAY).pk,
        "address of the letter": {"slug": letter.slug},
        "year of the letter": {"year": letter.publication.at.year},
        "text of the letter": text,
        "revision of the letter": text | {"number": 1},
    }


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
