"""On a desk with several résumés each row says which one it is."""

from uuid import uuid4

import pytest

from offramp.documents import copies, editing, private
from offramp.documents.models import Document
from tests.cast import TODAY, Person
from tests.documents.papers import read
from tests.web.desk.resume.papers import a_job, a_resume
from tests.web.signing_in import seeker_visit, words

pytestmark = pytest.mark.django_db


def a_copy(owner: Person, master: Document, title: str) -> Document:
    by, opened = owner.keyholder, read(owner, master)
    return copies.begin(by=by, master=opened, tag="", title=title, on=TODAY, draft=uuid4())


def row(page: str, document: Document) -> str:
    return page.partition(f'href="/place/desk/{document.pk}/"')[2].partition("</li>")[0]


def test_two_of_one_name_say_their_newest_job(ada: Person) -> None:
    old = a_resume(ada, title="My old résumé")
    new = a_resume(ada, title="My old résumé", work=[a_job("w1", position="Guard", name="Hospital")])

    page = words(seeker_visit(ada).get("/place/desk/"))

    assert "Shift lead, Customs office · " in row(page, old)
    assert "Guard, Hospital · " in row(page, new)


def test_a_copy_says_what_it_is_a_copy_of(ada: Person) -> None:
    master = a_resume(ada)
    copy, visit = a_copy(ada, master, "For the port"), seeker_visit(ada)

    assert "A copy of “Office work” · " in row(words(visit.get("/place/desk/")), copy)
    assert "A copy of “Office work”" in words(visit.get(f"/place/desk/{copy.pk}/"))
    assert "A copy" not in words(visit.get(f"/place/desk/{master.pk}/"))

    editing.delete(by=ada.keyholder, document=master)

    assert ">A copy</p>" in words(visit.get(f"/place/desk/{copy.pk}/"))


def test_what_was_brought_and_not_gone_through_says_so(ada: Person) -> None:
    brought, done = a_resume(ada), a_resume(ada)
    private.leave(by=ada.keyholder, document=brought, parts=("work",), on=TODAY)

    page = words(seeker_visit(ada).get("/place/desk/"))

    assert "not gone through yet" in row(page, brought)
    assert "not gone through yet" not in row(page, done)


def test_without_a_title_its_kind_is_said_once(ada: Person) -> None:
    resume = a_resume(ada, title="")

    page = words(seeker_visit(ada).get(f"/place/desk/{resume.pk}/"))

    assert '<h1 dir="auto">Résumé</h1>' in page
    assert '<p class="eyebrow">Résumé</p>' not in page
