"""Every page of a document: whose it is, what its title says, and what it says about who can open it."""

from uuid import uuid4

import pytest

from offramp.documents.models import Document, Version
from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import a_note, shared_note, write
from tests.web.counting import queries
from tests.web.signing_in import TOKEN, seeker_visit, staff_visit, words

pytestmark = pytest.mark.django_db

PAGES = ("", "versions/", "versions/1/", "sharing/", "removal/")
FORMS = ("versions/1/next/", "versions/1/restoration/", "sharing/", "sharing/end/", "removal/")


@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_who_can_open_it_and_keeps_its_title_neutral(
    ada: Person, pair: Pairing, page: str
) -> None:
    mine, ours = a_note(ada, "Words.", title="Leaving"), shared_note(ada, pair, "Words.")
    visit = seeker_visit(ada)

    alone, together = (words(visit.get(f"/place/desk/{one.pk}/{page}")) for one in (mine, ours))

    assert '<p class="open-to">Only you can open this.</p>' in alone
    assert '<p class="open-to shared">Bo can open this too.</p>' in together
    title = alone.split("<title>")[1].split("</title>")[0]
    assert title.endswith(" \u2013 Larkfield")
    assert "Leaving" not in title


@pytest.mark.parametrize("page", [*PAGES, *FORMS])
def test_another_seeker_and_staff_find_nothing_and_change_nothing(
    ada: Person, bo: Person, gus: Person, di: Person, pair: Pairing, page: str
) -> None:
    path = f"/place/desk/{shared_note(ada, pair, 'Words.').pk}/{page}"

    for visit in (seeker_visit(gus), staff_visit(bo), staff_visit(di)):
        token = TOKEN.findall(words(visit.get("/sign-out/")))[0]
        form = {"csrfmiddlewaretoken": token, "text": "Let me in."}

        assert visit.post(path, form).status_code in ((404,) if page in FORMS else (404, 405))
        assert visit.get(path).status_code in ((404, 302) if page in FORMS else (404,))

    assert Document.objects.get().reader == bo.member
    assert Version.objects.count() == 2


@pytest.mark.parametrize("page", ["", "versions/9/", f"versions/{10**30}/", "versions/", "sharing/"])
def test_what_is_not_there_is_not_found(ada: Person, page: str) -> None:
    document = a_note(ada, "Words.").pk if page.startswith("versions/") and page != "versions/" else uuid4()

    assert seeker_visit(ada).get(f"/place/desk/{document}/{page}").status_code == 404


@pytest.mark.parametrize("page", ["/place/desk/", "/place/"])
def test_three_documents_take_as_many_queries_as_one(ada: Person, pair: Pairing, page: str) -> None:
    counts = []
    for many in (1, 2):
        for _ in range(many):
            shared_note(ada, pair, "Words.")
        visit = seeker_visit(ada)
        counts.append(queries(visit, page))

    assert Document.objects.count() == 3
    assert counts[0] == counts[1]


def test_three_versions_take_as_many_queries_as_one(ada: Person) -> None:
    document = a_note(ada, "One.")
    counts = []
    for _ in range(2):
        visit = seeker_visit(ada)
        counts.append(queries(visit, f"/place/desk/{document.pk}/versions/"))
        write(ada, document, "Two.")
        write(ada, document, "Three.")

    assert counts[0] == counts[1]
