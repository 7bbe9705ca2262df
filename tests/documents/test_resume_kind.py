"""A résumé as a document: what it holds, what it refuses, and how what changed in it is told."""

import pytest

from offramp.documents import differences, kinds, places
from offramp.documents.differences import How
from offramp.documents.kinds.kind import SameIdTwice, TooLarge, TooLong, TooManyPlaces, WrongShape
from offramp.documents.places import Content, NoSuchPlace
from tests.web.desk.resume.papers import a_bullet, a_content, a_job

RESUME = kinds.of("resume")


def changed(new: Content) -> list[tuple[str, int, tuple[int, ...], How]]:
    found = differences.compare(RESUME, a_content(), new)
    return [(one.pattern, one.position, one.above, one.how) for one in found]


def test_no_place_of_it_is_a_name_or_an_address() -> None:
    told = {pattern.rpartition("/")[2] for pattern in RESUME.patterns if pattern.startswith("basics/")}

    assert told == {"label", "summary", "x-clearance", "x-citizenship", "x-veteransPreference"}
    with pytest.raises(WrongShape):
        RESUME.check(a_content(basics=RESUME.empty()["basics"] | {"name": "Ada"}))


def test_forty_jobs_fit_and_four_hundred_do_not() -> None:
    bullets = [a_bullet(f"b{number}", "Led 12.") for number in range(10)]
    RESUME.check(a_content(work=[a_job(f"w{number}", highlights=bullets) for number in range(40)]))

    with pytest.raises((TooManyPlaces, TooLarge)):
        RESUME.check(a_content(work=[a_job(f"w{number}", highlights=bullets) for number in range(400)]))


def test_a_list_holds_two_hundred_and_the_one_too_long_is_named() -> None:
    bullets = [a_bullet(f"b{number}", "Led 12.") for number in range(201)]
    RESUME.check(a_content(work=[a_job("w1", highlights=bullets[:200])]))

    with pytest.raises(TooManyPlaces) as refused:
        RESUME.check(a_content(work=[a_job("w1", highlights=bullets)]))
    assert refused.value.path == "work/w1/highlights"


def test_one_bullet_of_ten_thousand_characters_fits_and_one_more_is_named() -> None:
    RESUME.check(a_content(work=[a_job("w1", highlights=[a_bullet("b1", "x" * 10_000)])]))

    with pytest.raises(TooLong) as refused:
        RESUME.check(a_content(work=[a_job("w1", highlights=[a_bullet("b1", "x" * 10_001)])]))
    assert refused.value.path == "work/w1/highlights/b1"


def test_two_entries_cannot_have_one_id() -> None:
    with pytest.raises(SameIdTwice):
        RESUME.check(a_content(work=[a_job("w1"), a_job("w1")]))


def test_a_bullet_that_is_a_text_alone_is_completed() -> None:
    content = places.insert(a_content(), "work/w1/highlights/b1", "Trained 5.", "b9")

    completed = RESUME.completed(content)

    RESUME.check(completed)
    assert completed["work"][0]["highlights"][1] == a_bullet("b9", "Trained 5.")
    assert RESUME.completed(a_content()) == a_content()


def test_a_place_knows_which_entry_it_stands_in() -> None:
    place = places.place_of(a_content(), "work/w1/highlights/b2")

    assert (place.pattern, place.position, place.above) == ("work/*/highlights/*", 2, (1,))
    with pytest.raises(NoSuchPlace):
        places.place_of(a_content(), "work/w3/position")


def test_what_moved_and_what_was_hidden_is_told_with_its_entry() -> None:
    moved = places.move(a_content(), "work/w1/highlights/b1", 1)
    hidden = places.mark(a_content(), "work/w2", "hidden", value=True)

    assert changed(moved) == [("work/*/highlights", 0, (1,), How.MOVED)]
    assert changed(hidden) == [("work/*", 2, (), How.HIDDEN)]
    assert changed(places.put(a_content(), "work/w1/highlights/b2", "Wrote.")) == [
        ("work/*/highlights/*", 2, (1,), How.CHANGED)
    ]


@pytest.mark.parametrize("path", ["work/w9", "work", "basics/label", "title"])
def test_only_an_item_of_a_list_can_be_moved(path: str) -> None:
    with pytest.raises(NoSuchPlace):
        places.move(a_content(), path, 1)
