"""A résumé that somebody wrote by hand, or against us: each fault is named with its place."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offramp.paper import contents, resumes
from offramp.paper.resumes import NotAResume, NotText, TooMuch, WrongDate, WrongShape
from tests.paper.samples import RESUMES, sample


@pytest.mark.parametrize("name", RESUMES)
def test_an_ordinary_resume_is_one(name: str) -> None:
    resumes.check(sample(name))


def test_an_empty_one_is_one_too() -> None:
    resumes.check({})
    resumes.check({"basics": None, "work": None, "x-unread": None})
    resumes.check({"basics": {"location": None, "profiles": None}, "work": [{"highlights": None}]})


@pytest.mark.parametrize(
    ("written", "path", "kind"),
    [
        ([], "", WrongShape),
        (None, "", WrongShape),
        ("a résumé", "", WrongShape),
        ({"basics": []}, "basics", WrongShape),
        ({"basics": {"name": 7}}, "basics/name", WrongShape),
        ({"basics": {"x-url": 7}}, "basics/x-url", WrongShape),
        ({"basics": {"location": "Phoenix"}}, "basics/location", WrongShape),
        ({"basics": {"location": {"city": []}}}, "basics/location/city", WrongShape),
        ({"basics": {"profiles": [None]}}, "basics/profiles/0", WrongShape),
        ({"basics": {}, "work": [None]}, "work/0", WrongShape),
        ({"skills": [None]}, "skills/0", WrongShape),
        ({"skills": [{"keywords": [None]}]}, "skills/0/keywords/0", WrongShape),
        ({"work": [{"x-highlights": [None]}]}, "work/0/x-highlights/0", WrongShape),
        ({"work": [{"startDate": "Present"}]}, "work/0/startDate", WrongDate),
        ({"x-sections": [None]}, "x-sections/0", WrongShape),
        ({"basics": {"profiles": [{"url": {}}]}}, "basics/profiles/0/url", WrongShape),
        ({"work": {}}, "work", WrongShape),
        ({"work": ["a job"]}, "work/0", WrongShape),
        ({"work": [{}, {"name": ["A"]}]}, "work/1/name", WrongShape),
        ({"work": [{"highlights": "all"}]}, "work/0/highlights", WrongShape),
        ({"work": [{"highlights": ["one", 2]}]}, "work/0/highlights/1", WrongShape),
        ({"work": [{"x-highlights": ["note"]}]}, "work/0/x-highlights/0", WrongShape),
        ({"work": [{"x-highlights": [{"evidence": 1}]}]}, "work/0/x-highlights/0/evidence", WrongShape),
        ({"work": [{"x-highlights": [{"tags": [1]}]}]}, "work/0/x-highlights/0/tags/0", WrongShape),
        ({"work": [{"x-tags": [1]}]}, "work/0/x-tags/0", WrongShape),
        ({"work": [{"x-tags": ["a" * 41]}]}, "work/0/x-tags/0", TooMuch),
        ({"work": [{"endDate": "2020-02-31"}]}, "work/0/endDate", WrongDate),
        ({"work": [{"startDate": "31 February"}]}, "work/0/startDate", WrongDate),
        ({"awards": [{"date": "soon"}]}, "awards/0/date", WrongDate),
        ({"skills": [{"keywords": ["x"] * 201}]}, "skills/0/keywords", TooMuch),
        ({"work": [{"position": "x" * 10_001}]}, "work/0/position", TooMuch),
        ({"basics": {"summary": "\ud800"}}, "basics/summary", NotText),
        ({"\ud800": 1}, "", NotText),
        ({"x-purpose": "military"}, "x-purpose", WrongShape),
        ({"x-purpose": []}, "x-purpose", WrongShape),
        ({"x-language": "fr"}, "x-language", WrongShape),
        ({"x-paper": {}}, "x-paper", WrongShape),
        ({"x-title": "x" * 201}, "x-title", TooMuch),
        ({"x-sections": ["work"]}, "x-sections/0", WrongShape),
        ({"x-sections": [{"key": ["work"]}]}, "x-sections/0/key", WrongShape),
        ({"x-unread": [1]}, "x-unread/0", WrongShape),
    ],
)
def test_each_fault_is_named_with_its_place(written: object, path: str, kind: type[NotAResume]) -> None:
    with pytest.raises(NotAResume) as refused:
        resumes.check(written)

    assert (type(refused.value), refused.value.path) == (kind, path)
    assert refused.value.why.endswith(".")


def test_a_long_title_and_forty_jobs_are_no_fault() -> None:
    resumes.check({"work": [{"position": "x" * 10_000}, *[{"name": "A"}] * 39]})


def test_a_thousand_levels_are_refused_without_falling_over() -> None:
    deep: Any = "ground"
    for _ in range(5_000):
        deep = {"x": deep}

    with pytest.raises(TooMuch):
        resumes.check(deep)


def test_a_flood_of_small_things_is_refused() -> None:
    with pytest.raises(TooMuch):
        resumes.check({str(number): list(range(200)) for number in range(200)})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["basics", "work", "name", "location", "profiles", "highlights", "x-highlights", "x-sections"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_whatever_is_taken_can_be_read_on(written: Any) -> None:
    try:
        resumes.check(written)
    except NotAResume:
        return

    assert json.dumps(written)
    assert isinstance(written, dict)
    contents.from_resume(written, new_id=str)
