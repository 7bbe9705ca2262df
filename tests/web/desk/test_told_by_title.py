"""Whoever reads of a place reads its title and no number: what changed, and what is taken along."""

import html
from copy import deepcopy

import pytest
from django.test import Client

from offramp.documents import sharing
from offramp.documents.proposals import Change
from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import propose, read
from tests.web.desk.resume.papers import content_of, save, shared_resume
from tests.web.signing_in import seeker_visit, send, staff_visit, words

pytestmark = pytest.mark.django_db


def test_what_changed_since_they_went_through_it_is_told_by_title(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    resume = shared_resume(ada, pair)
    sharing.review(by=bo.keyholder, document=resume, number=read(ada, resume).number)
    content = deepcopy(content_of(ada, resume))
    content["work"][0]["highlights"][1]["text"] = "Wrote forty reports."
    save(ada, resume, content | {"work": content["work"][:1]})

    visit: Client = staff_visit(bo)
    page = words(visit.get(f"/caseload/{pair.pk}/desk/{resume.pk}/"))

    told = page.partition("What changed since you went through it")[2].partition("</details>")[0]
    assert "Shift lead, bullet 2" in told
    assert "Clerk, employer" in told  # of the job that is gone
    assert "Work 2" not in page


def test_what_was_suggested_is_taken_along_by_title(ada: Person, bo: Person, pair: Pairing) -> None:
    resume = shared_resume(ada, pair)
    propose(bo, resume, Change("work/w2/position", "Clerk", "Office clerk"))

    file = html.unescape(words(send(seeker_visit(ada), "/place/copy/")))

    assert "Clerk, job title" in file
    assert "Work 2, job title" not in file
