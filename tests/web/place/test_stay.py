"""How long everything is kept is the seeker's to say."""

import pytest
from django.utils import timezone

from offramp.pairing import retention
from tests.cast import Person
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


def test_the_length_of_now_is_ticked(ada: Person) -> None:
    page = words(seeker_visit(ada).get("/place/stay/"))

    assert '<input type="radio" name="days" value="90" checked' in page
    assert page.count(" checked") == 1


@pytest.mark.parametrize("days", [7, 14, 30, 60, 90])
def test_a_chosen_length_moves_the_day(days: int, ada: Person) -> None:
    answer = send(seeker_visit(ada), "/place/stay/", {"days": str(days)})

    assert answer["Location"] == "/place/?told=stay-chosen"
    assert retention.days(by=ada.keyholder, request=ada.request) == days
    assert ada.request.burns_on == retention.burn_day(timezone.now().date(), days)


@pytest.mark.parametrize("days", ["", "8", "100000", "-7", "seven", "\x00"])
def test_another_length_is_refused(days: str, ada: Person) -> None:
    page = words(send(seeker_visit(ada), "/place/stay/", {"days": days}))

    assert "Please choose a length." in page
    assert retention.days(by=ada.keyholder, request=ada.request) == 90


def test_the_page_says_what_a_short_time_tells_a_thief(ada: Person) -> None:
    assert "with 7 or 14 days, the week" in words(seeker_visit(ada).get("/place/stay/"))
