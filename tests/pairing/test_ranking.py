"""Whom to ask first: hard rules rule out, everything else only orders, and the reasons are kept."""

from datetime import timedelta

import pytest

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.pairing import endings, offers, ranking, red_lines
from offramp.pairing.cards import Asked
from offramp.pairing.ranking import Ranked
from offramp.people.keyholders import FrontDesk
from tests.cast import TODAY, Person, a_colleague, a_seeker, an_adviser, paired

ASKED = Asked(day=TODAY, help=("resume", "interviews"), region="northeast", languages=("english",))
ENGLISH = About(languages=("english",))


def rank(seeker: Person, organizer: Person, asked: Asked) -> list[Ranked]:
    desk = FrontDesk.opened_by(organizer.keyholder)
    return ranking.rank(request=seeker.request, asked=asked, desk=desk, on=TODAY)


def names(ranked: list[Ranked]) -> list[str]:
    return [one.adviser.name for one in ranked]


def only(ranked: list[Ranked], name: str) -> Ranked:
    (found,) = (one for one in ranked if one.adviser.name == name)
    return found


def test_more_help_comes_first_then_wishes_then_the_same_region(ada: Person, di: Person) -> None:
    an_adviser("Near", about=About(languages=("english",), region="northeast"))
    an_adviser("Wished", about=About(languages=("english",), facts=("worked-for-ice",)))
    an_adviser("Able", about=About(languages=("english",), skills=("resumes",)))
    an_adviser("Plain", about=ENGLISH)
    asked = Asked(**{**vars(ASKED), "wishes": ("left-similar-work",)})

    assert names(rank(ada, di, asked)) == ["Able", "Wished", "Near", "Plain"]


def test_among_equals_whoever_has_fewer_people_comes_first_an_open_offer_counted(
    ada: Person, di: Person
) -> None:
    paired(a_seeker(), an_adviser("Busy", about=ENGLISH), di)
    asked_already = an_adviser("Asked", about=ENGLISH)
    offers.make(by=di.keyholder, request=a_seeker().request, adviser=asked_already.member, on=TODAY)
    an_adviser("Free", about=ENGLISH)

    assert names(rank(ada, di, ASKED)) == ["Free", "Asked", "Busy"]
    assert (only(rank(ada, di, ASKED), "Asked").load, only(rank(ada, di, ASKED), "Asked").offered) == (0, 1)


def test_the_reasons_name_what_was_asked_and_nothing_else(ada: Person, di: Person) -> None:
    about = About(languages=("english",), skills=("hiring", "gone"), region="northeast", words="I hire.")
    an_adviser("Bo", about=about)

    bo = only(rank(ada, di, ASKED), "Bo")
    assert bo.helps_with == ("resume", "interviews")
    assert (bo.shares_region, bo.shares_language, bo.may_be_asked) == (True, True, True)
    assert bo.words == "I hire."
    assert "I hire." not in repr(bo)


def test_a_red_line_rules_out_whoever_it_names(ada: Person, di: Person) -> None:
    about = About(languages=("english",), skills=("resumes", "interviews"), facts=("worked-for-ice",))
    an_adviser("Bo", about=about)
    an_adviser("Cy", about=ENGLISH)
    asked = Asked(day=TODAY, help=("resume",), red_lines=("nobody-from-ice", "nobody-from-the-press"))

    ranked = rank(ada, di, asked)
    assert names(ranked) == ["Cy", "Bo"]
    assert only(ranked, "Bo").crossed == ("nobody-from-ice",)
    assert not only(ranked, "Bo").may_be_asked


@pytest.mark.parametrize(
    ("hers", "his", "crosses"),
    [
        ("northeast", "pacific", False),
        ("northeast", "northeast", True),
        ("", "pacific", True),
        ("pacific", "", True),
    ],
)
def test_an_unknown_region_counts_as_the_same_one(hers: str, his: str, crosses: bool) -> None:  # noqa: FBT001
    asked = Asked(day=TODAY, region=hers, red_lines=("nobody-in-my-region",))

    assert bool(red_lines.crossed(asked=asked, about=About(region=his))) == crosses


def test_a_red_line_that_left_the_folder_is_for_a_person_to_keep() -> None:
    asked = Asked(day=TODAY, red_lines=("nobody-from-ice", "gone"))

    assert red_lines.gone(asked) == ("gone",)
    assert red_lines.must_be_read(asked)
    assert red_lines.crossed(asked=asked, about=About()) == ()
    assert red_lines.must_be_read(Asked(day=TODAY, red_line_words="Nobody from my church."))
    assert not red_lines.must_be_read(Asked(day=TODAY, red_lines=("nobody-from-ice",)))


def test_nobody_is_asked_who_is_away_full_or_shares_no_language(ada: Person, di: Person) -> None:
    away = an_adviser("Away", about=ENGLISH)
    advisers.describe(by=away.keyholder, about=ENGLISH, capacity=3, is_away=True)
    full = an_adviser("Full", about=ENGLISH, capacity=1)
    offers.make(by=di.keyholder, request=a_seeker().request, adviser=full.member, on=TODAY)
    an_adviser("Far", about=About(languages=("spanish",)))
    an_adviser("Bo", about=ENGLISH)

    assert [one.adviser.name for one in rank(ada, di, ASKED) if one.may_be_asked] == ["Bo"]


def test_an_offer_past_its_last_day_fills_nobody_up(ada: Person, di: Person) -> None:
    bo = an_adviser("Bo", capacity=1)
    offers.make(by=di.keyholder, request=a_seeker().request, adviser=bo.member, on=TODAY - timedelta(days=3))

    assert only(rank(ada, di, Asked(day=TODAY)), "Bo").offered == 0


def test_whoever_was_asked_about_this_person_comes_later_but_may_be_asked(ada: Person, di: Person) -> None:
    declined, left, withdrawn = (an_adviser(name) for name in ("Al", "Bo", "Cy"))
    for adviser in (declined, withdrawn):
        offer = offers.make(by=di.keyholder, request=ada.request, adviser=adviser.member, on=TODAY)
        if adviser is declined:
            offers.decline(by=adviser.keyholder, offer=offer, on=TODAY)
        else:
            offers.withdraw(by=di.member, offer=offer, on=TODAY)
    endings.leave(by=left.member, pairing=paired(ada, left, di))

    ranked = rank(ada, di, Asked(day=TODAY))
    assert names(ranked) == ["Cy", "Al", "Bo"]
    assert [one.was_asked for one in ranked] == [False, True, True]
    assert all(one.may_be_asked for one in ranked)


def test_an_adviser_who_has_not_said_what_they_are_good_at_is_not_ranked(
    ada: Person, di: Person, ed: Person
) -> None:
    a_colleague("Gus")
    bo = an_adviser("Bo")
    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    assert rank(ada, di, Asked(day=TODAY)) == []
