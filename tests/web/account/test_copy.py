"""What we keep of somebody on the staff, in one file: theirs alone, and nothing of who seeks help."""

import re

import pytest
from django.test import Client

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.notices import actions as notices
from offramp.sealed.keys import fingerprint
from tests.cast import Person, paired
from tests.web.signing_in import send, staff_visit, words

pytestmark = pytest.mark.django_db

ABOUT = About(
    skills=("resumes",),
    languages=("english",),
    region="northeast",
    words="</dd><script>I was a recruiter.</script>",
)


def taken(client: Client) -> str:
    return words(send(client, "/account/copy/"))


def test_an_adviser_takes_their_name_their_address_and_their_profile(bo: Person) -> None:
    advisers.describe(by=bo.keyholder, about=ABOUT, capacity=3, is_away=False)
    notices.keep_address(by=bo.member, email="bo@example.org", language="es")

    file = taken(staff_visit(bo))

    assert "<h2>Bo</h2>" in file
    assert f"<dd>{fingerprint(bytes(bo.member.public_key))}</dd>" in file
    assert "<dd>bo@example.org (es)</dd>" in file
    assert "You can accompany 3 people at a time." in file
    assert "<dd>Northeast" in file
    assert "&lt;script&gt;I was a recruiter.&lt;/script&gt;</dd>" in file


def test_it_holds_nothing_of_those_who_seek_help_and_no_code(ada: Person, bo: Person, di: Person) -> None:
    paired(ada, bo, di)
    kept_out = ("Quiet Maple", "drowning", str(ada.request.uuid), str(bo.code), bo.secret, "Di")

    file = taken(staff_visit(bo))

    assert [text for text in kept_out if text in file] == []


def test_an_adviser_is_given_neither_journal_nor_figures(bo: Person) -> None:
    file = taken(staff_visit(bo))

    assert "Journal" not in file
    assert "Figures" not in file


def test_an_organizer_takes_the_journal_and_the_figures_of_today(ada: Person, bo: Person, di: Person) -> None:
    paired(ada, bo, di)

    file = taken(staff_visit(di))

    assert "<dt>Requests</dt><dd>1</dd>\n<dt>Of these with an adviser</dt><dd>1</dd>" in file
    assert "<dt>Advisers</dt><dd>1</dd>\n<dt>Organizers</dt><dd>2</dd>" in file
    assert "<strong>Di</strong> asked an adviser</li>" in file
    assert "Quiet Maple" not in file


def test_its_name_is_neutral_and_it_runs_and_loads_nothing(di: Person) -> None:
    answer = send(staff_visit(di), "/account/copy/")

    assert answer["Content-Disposition"] == 'attachment; filename="notes.html"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    assert answer["Cache-Control"] == "no-store"
    assert "<title>Notes</title>" in words(answer)
    assert re.findall(r"<script|\b(?:src|href)=|https?:|Larkfield|Another Road", words(answer)) == []


def test_an_organizer_is_warned_that_it_names_the_others(di: Person, bo: Person) -> None:
    names_the_staff = "It names everybody on the staff."

    assert names_the_staff in words(staff_visit(di).get("/account/copy/"))
    assert names_the_staff not in words(staff_visit(bo).get("/account/copy/"))


def test_the_account_leads_to_it(bo: Person) -> None:
    assert 'href="/account/copy/"' in words(staff_visit(bo).get("/account/"))
