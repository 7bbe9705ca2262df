"""What a résumé does not say yet: each fact with its place, and nothing that it says."""

from datetime import date
from typing import Any

from offramp.paper import contents, missing
from offramp.paper.missing import Missing, What

TODAY = date(2026, 11, 22)


def a_job(item_id: str, *bullets: str, **fields: Any) -> dict[str, Any]:
    highlights = [
        {"id": f"b{number}", "text": text, "evidence": "", "hidden": False, "tags": []}
        for number, text in enumerate(bullets)
    ]
    whole = {"name": "Harbor", "position": "Clerk", "startDate": "2020-01", "highlights": highlights}
    return contents.blank_entry("work", item_id) | whole | fields


def found(*work: dict[str, Any], **more: Any) -> list[Missing]:
    basics = contents.blank()["basics"] | {"summary": "I lead."}
    content = contents.blank() | {"work": list(work), "basics": basics} | more
    return missing.find(content, today=TODAY)


def test_an_empty_one_lacks_a_job_and_a_beginning() -> None:
    assert [one.what for one in missing.find(contents.blank(), today=TODAY)] == [What.NO_JOB, What.NO_SUMMARY]


def test_a_whole_one_lacks_nothing() -> None:
    assert found(a_job("w1", "Led 12 people.")) == []


def test_each_thing_a_job_does_not_say_is_named_with_its_place() -> None:
    bare = contents.blank_entry("work", "w2") | {"endDate": "2021"}

    assert found(a_job("w1", "Led 12 people."), bare) == [
        Missing(What.NO_DATES, ("work/w2",)),
        Missing(What.NO_EMPLOYER, ("work/w2",)),
        Missing(What.NO_POSITION, ("work/w2",)),
        Missing(What.NO_BULLETS, ("work/w2",)),
    ]


def test_duties_alone_are_no_result_and_a_very_long_bullet_is_named() -> None:
    assert found(a_job("w1", "Wrote things down. " * 20)) == [
        Missing(What.NO_RESULT),
        Missing(What.LONG_BULLET, ("work/w1",)),
    ]


def test_a_federal_office_asks_for_hours() -> None:
    assert found(a_job("w1", "Led 12."), purpose="federal") == [Missing(What.NO_HOURS, ("work/w1",))]


def test_more_than_a_year_without_anything_is_a_gap_and_learning_fills_it() -> None:
    jobs = (
        a_job("w1", "Led 12.", startDate="2021-06"),
        a_job("w2", "Led 2.", startDate="2010", endDate="2017-03"),
    )
    school = contents.blank_entry("education", "e1") | {"startDate": "2017-09", "endDate": "2021-01"}

    assert found(*jobs) == [Missing(What.GAP, gap=("2017-03", "2021-06"))]
    assert found(*jobs, education=[school]) == []


def test_what_ended_long_ago_leaves_a_gap_without_an_end() -> None:
    job = a_job("w1", "Led 12.", endDate="2024-01")

    assert found(job) == [Missing(What.GAP, gap=("2024-01", ""))]


def test_what_is_hidden_is_not_looked_at() -> None:
    hidden = contents.blank_entry("work", "w2") | {"hidden": True}

    assert found(a_job("w1", "Led 12."), hidden) == []


def test_a_date_that_is_none_stops_nothing() -> None:
    assert found(a_job("w1", "Led 12.", startDate="Summer", endDate="31 February")) == []
