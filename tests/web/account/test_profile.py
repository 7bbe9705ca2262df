"""An adviser's profile: from the campaign's choices, sealed, read back whole."""

import pytest

from offramp.advisers import actions
from offramp.advisers.actions import About
from offramp.advisers.models import Profile
from offramp.people.keyholders import FrontDesk
from tests.cast import Person, an_adviser
from tests.web.signing_in import Answer, send, staff_visit, words

pytestmark = pytest.mark.django_db

WHOLE = {
    "skill": ["resumes"],
    "language": ["english", "spanish"],
    "region": "midwest",
    "fact": ["worked-for-cbp"],
    "capacity": "2",
    "is_away": "on",
    "text": "Evenings only.\r\nNo phone.",
}


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


def describe(person: Person, **changed: object) -> Answer:
    return send(staff_visit(person), "/account/profile/", WHOLE | changed)


def about(person: Person) -> About:
    return actions.own(by=person.keyholder)[1]


def test_it_is_kept_as_said(bo: Person) -> None:
    assert describe(bo)["Location"] == "/account/"

    profile = Profile.objects.get()
    assert (profile.capacity, profile.is_away) == (2, True)
    assert about(bo) == About(
        skills=("resumes",),
        languages=("english", "spanish"),
        region="midwest",
        facts=("worked-for-cbp",),
        words="Evenings only.\nNo phone.",
    )


def test_the_front_desk_reads_it_and_the_database_does_not(bo: Person, di: Person) -> None:
    describe(bo, text="planted words")
    profile = Profile.objects.get()

    assert b"planted" not in bytes(profile.sealed)
    assert b"midwest" not in bytes(profile.sealed)
    described = actions.described(desk=FrontDesk.opened_by(di.keyholder), profiles=[profile])
    assert described[profile].words == "planted words"


def test_the_page_shows_again_what_was_said(bo: Person) -> None:
    client = staff_visit(bo)
    send(client, "/account/profile/", WHOLE | {"text": "<b>mine</b>"})

    page = words(client.get("/account/profile/"))

    for ticked in ("resumes", "spanish", "worked-for-cbp"):
        assert f'value="{ticked}" checked' in page
    assert 'value="midwest" selected' in page
    assert "&lt;b&gt;mine&lt;/b&gt;</textarea>" in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"skill": ["invented"]},
        {"language": []},
        {"region": "the moon"},
        {"fact": ["invented"]},
        {"capacity": ""},
        {"capacity": "many"},
        {"capacity": "-1"},
        {"capacity": "31"},
        {"text": "x" * 2001},
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(bo: Person, wrong: dict[str, object]) -> None:
    answer = describe(bo, **({"text": "My own words"} | wrong))

    assert answer.status_code == 400
    assert "Please look at this once more" in words(answer)
    assert str(wrong.get("text", "My own words")) in words(answer)
    assert about(bo) == About()


def test_without_a_profile_the_account_says_what_that_means(bo: Person) -> None:
    client = staff_visit(bo)
    Profile.objects.all().delete()

    assert "nobody can be brought to you" in words(client.get("/account/"))
    send(client, "/account/profile/", WHOLE | {"is_away": ""})
    assert "You can accompany 2 people at a time." in words(client.get("/account/"))
