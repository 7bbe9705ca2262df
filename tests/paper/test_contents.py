"""Between a résumé and what the desk keeps: nothing is lost, and nobody is named."""

import json
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from offramp.documents import places
from offramp.paper import contacts, contents
from offramp.paper.contents import Content, Parted
from offramp.paper.outline import SECTIONS, Field, Form, section
from tests.paper.samples import RESUMES, sample

KEYS = [each.key for each in SECTIONS]
STANDARD = json.loads((Path(__file__).parent / "schema" / "jsonresume-1.3.1.json").read_text())
CONTACT = {
    "name": "Ada Quill",
    "email": "ada@example.org",
    "phone": "(602) 555-0142",
    "address": "12 Elm Street",
    "city": "Phoenix",
    "region": "AZ",
    "postalCode": "85000",
    "country": "US",
    "url": "https://quill.example",
    "profiles": ["https://linkedin.example/in/quill"],
}


def parted(resume: dict[str, Any]) -> Parted:
    numbers = count(1)
    return contents.from_resume(resume, new_id=lambda: f"i{next(numbers)}")


def is_standard(resume: dict[str, Any]) -> bool:
    """Valid in the real schema, with its formats."""
    return Draft7Validator(STANDARD, format_checker=Draft7Validator.FORMAT_CHECKER).is_valid(resume)


def is_content(content: Content) -> bool:
    return Draft202012Validator(contents.schema()).is_valid(content)


def without_ids(node: Any) -> Any:
    """Sections keep theirs: it is which one they are."""
    if isinstance(node, list):
        return [without_ids(item) for item in node]
    if isinstance(node, dict):
        return {key: without_ids(value) for key, value in node.items() if key != "id" or value in KEYS}
    return node


def test_a_blank_one_has_every_section_and_fits_its_schema() -> None:
    blank = contents.blank()

    assert is_content(blank)
    assert [one["id"] for one in blank["sections"]] == KEYS
    assert not is_content(blank | {"extra": ""})
    assert not is_content({key: value for key, value in blank.items() if key != "work"})


@pytest.mark.parametrize("key", KEYS)
def test_a_blank_entry_fits_too(key: str) -> None:
    assert is_content(contents.blank() | {key: [contents.blank_entry(key, "a1")]})


def test_the_patterns_are_the_places_a_person_reads() -> None:
    content = parted(sample("federal") | {"x-title": "Federal", "x-unread": ["a line"]}).content
    found = {place.pattern for place in places.walk(content)}

    assert found - set(contents.patterns()) == {"purpose", "language", "design", "paper"}


@pytest.mark.parametrize("name", RESUMES)
def test_nobody_is_named_in_what_is_kept(name: str) -> None:
    resume = sample(name)
    kept = json.dumps(parted(resume).content, ensure_ascii=False)

    for identity in ("name", "email", "phone"):
        assert resume["basics"][identity] not in kept


@pytest.mark.parametrize("name", RESUMES)
def test_a_resume_comes_back_as_it_was(name: str) -> None:
    resume = sample(name)
    found = parted(resume)
    back = contents.to_resume(found.content, contact=found.contact)

    assert is_content(found.content)
    assert is_standard(back)
    assert parted(back) == found
    for key in KEYS:
        assert back.get(key) == resume.get(key)


def _texts(form: Form) -> st.SearchStrategy[Any]:
    line = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
        ["2019-03", "2020-02-31", "a@b"]
    )
    tags = st.lists(st.text("abc", min_size=1, max_size=3), max_size=2)
    item = {"id": st.just("x"), "text": line}
    if form is Form.BULLETS:
        return st.lists(
            st.fixed_dictionaries(item | {"evidence": line, "hidden": st.booleans(), "tags": tags}),
            max_size=2,
        )
    return st.lists(st.fixed_dictionaries(item), max_size=2) if form is Form.LINES else line


def _entries(fields: tuple[Field, ...]) -> st.SearchStrategy[list[Any]]:
    marks = {
        "id": st.just("x"),
        "hidden": st.booleans(),
        "tags": st.lists(st.text("abc", max_size=3), max_size=2),
    }
    return st.lists(
        st.fixed_dictionaries({field.key: _texts(field.form) for field in fields} | marks), max_size=2
    )


@st.composite
def _contents(draw: st.DrawFn) -> Content:
    """Two sections are filled each time; eleven at once would only be slower."""
    content = contents.blank()
    for key in draw(st.lists(st.sampled_from(KEYS), max_size=2)):
        content[key] = draw(_entries(section(key).fields))
    order = draw(st.permutations(content["sections"]))
    content["sections"] = [one | {"hidden": draw(st.booleans())} for one in order]
    content["purpose"] = draw(st.sampled_from(["private", "federal"]))
    content["title"], content["design"] = (
        draw(st.text("ab ", max_size=9)),
        draw(st.sampled_from(["", "plain"])),
    )
    # Without the sign of an address, since those are taken out on the way in.
    characters = st.characters(codec="utf-8", exclude_characters="@")
    content["basics"]["summary"] = draw(st.text(characters, max_size=9))
    content["unread"] = draw(
        st.lists(st.fixed_dictionaries({"id": st.just("x"), "text": st.text("ab", min_size=1)}), max_size=2)
    )
    return content


@settings(max_examples=40)
@given(_contents())
def test_the_whole_goes_out_and_comes_back_without_a_loss(content: Content) -> None:
    back = contents.to_resume(content, whole=True)

    assert is_standard(back)
    assert without_ids(parted(back).content) == without_ids(content)


@settings(max_examples=40)
@given(_contents(), st.sampled_from(["", "a", "b"]))
def test_what_leaves_the_desk_is_standard_and_says_nothing_hidden(content: Content, tag: str) -> None:
    leaving = contents.to_resume(content, contact=CONTACT, tag=tag)

    assert is_standard(leaving)
    assert not {"x-unread", "x-title"} & leaving.keys()
    written = json.dumps(leaving)
    assert not any(key in written for key in ('"x-hidden"', '"x-tags"', '"x-highlights"', '"evidence"'))


def _job(**changed: Any) -> dict[str, Any]:
    return contents.blank_entry("work", "j1") | changed


def _bullet(text: str, **changed: Any) -> dict[str, Any]:
    return {"id": text, "text": text, "evidence": "seen", "hidden": False, "tags": []} | changed


def test_a_copy_leaves_out_what_carries_other_tags() -> None:
    bullets = [
        _bullet("all"),
        _bullet("a", tags=["audit"]),
        _bullet("b", tags=["boats"]),
        _bullet("h", hidden=True),
    ]
    content = contents.blank() | {
        "work": [_job(name="One", highlights=bullets), _job(id="j2", name="Two", tags=["boats"])]
    }

    assert contents.to_resume(content)["work"] == [
        {"name": "One", "highlights": ["all", "a", "b"]},
        {"name": "Two"},
    ]
    assert contents.to_resume(content, tag="audit")["work"] == [{"name": "One", "highlights": ["all", "a"]}]


def test_a_hidden_section_stays_at_the_desk() -> None:
    content = contents.blank() | {"work": [_job(name="One")], "interests": []}
    content["sections"][0]["hidden"] = True

    assert "work" not in contents.to_resume(content)
    assert contents.to_resume(content, whole=True)["x-sections"][0] == {"key": "work", "hidden": True}


def test_what_the_standard_is_too_strict_for_stands_under_a_key_of_ours() -> None:
    contact = contacts.blank() | {"email": "ada at work", "url": "quill.example", "country": "Deutschland"}
    content = contents.blank() | {"work": [_job(startDate="summer 2019", endDate="2020-02-31")]}
    leaving = contents.to_resume(content, contact=contact)

    assert leaving["basics"] == {
        "x-email": "ada at work",
        "x-url": "quill.example",
        "location": {"x-countryCode": "Deutschland"},
    }
    assert leaving["work"] == [{"x-startDate": "summer 2019", "x-endDate": "2020-02-31"}]
    assert is_standard(leaving)
    assert parted(leaving).contact == contact


def test_the_contact_goes_out_and_comes_back() -> None:
    leaving = contents.to_resume(contents.blank(), contact=CONTACT)

    assert is_standard(leaving)
    assert parted(leaving).contact == CONTACT


def test_what_was_not_understood_is_kept_without_the_name() -> None:
    found = parted(
        {
            "$schema": "https://example.org/schema",
            "meta": {"version": "1"},
            "basics": {"name": "Ada Quill", "image": "me.png", "location": {"planet": "Earth"}},
            "work": [
                {"name": "One", "description": "A firm"},
                {"url": "https://x.example", "team": {"size": 4}},
            ],
            "projects": [{"name": "P", "keywords": ["a", "b"], "roles": [{"as": "lead"}]}],
            "hobbies": ["stamps"],
            "x-unread": ["Drawings by ADA QUILL", "Ada Quillings"],
        }
    )

    assert [line["text"] for line in found.content["unread"]] == [
        "Drawings by […]",
        "Ada Quillings",
        "hobbies: stamps",
        "location, planet: Earth",
        "One, description: A firm",
        "work 2, url: https://x.example",
        "work 2, team, size: 4",
        "P, keywords: a, b",
        "P, roles, as: lead",
    ]
    assert is_content(found.content)


def test_sections_that_are_none_of_ours_change_no_order() -> None:
    wanted = [{"key": "skills"}, {"key": "astrology"}, {"key": "work", "hidden": True}, {"key": "skills"}]
    order = parted({"x-sections": wanted}).content["sections"]

    assert [one["id"] for one in order][:3] == ["skills", "work", "education"]
    assert [one["id"] for one in order if one["hidden"]] == ["work"]
    assert len(order) == len(SECTIONS)


def test_no_list_is_longer_than_a_resume_may_bring() -> None:
    keyword, entry = {"id": "k", "text": "k"}, contents.blank_entry("skills", "s")

    assert is_content(contents.blank() | {"skills": [entry] * 200})
    assert not is_content(contents.blank() | {"skills": [entry] * 201})
    assert not is_content(contents.blank() | {"skills": [entry | {"keywords": [keyword] * 201}]})
    assert not is_content(contents.blank() | {"unread": [keyword] * 201})


def test_more_unread_lines_than_fit_are_joined_and_none_is_lost() -> None:
    jobs = [{"name": "A", "one": f"x{number}", "two": f"y{number}"} for number in range(150)]
    content = parted({"work": jobs}).content

    assert is_content(content)
    assert "\n".join(line["text"] for line in content["unread"]).split("\n") == [
        line for number in range(150) for line in (f"A, one: x{number}", f"A, two: y{number}")
    ]


def test_a_design_that_we_do_not_have_is_the_usual_one() -> None:
    assert parted({"x-design": "glitter"}).content["design"] == ""
    assert parted({"x-design": "modern"}).content["design"] == "modern"


def test_what_is_not_read_under_a_key_of_ours_is_unread() -> None:
    written = {
        "work": [{"name": "A", "x-name": "B", "x-position": "Clerk"}],
        "skills": [{"name": "S", "x-keywords": ["k"]}],
        "education": [{"institution": "I", "x-courses": ["c"]}],
    }
    content = parted(written).content

    assert content["work"][0]["position"] == "Clerk"
    assert [line["text"] for line in content["unread"]] == [
        "A, x-name: B",
        "I, x-courses: c",
        "S, x-keywords: k",
    ]


@pytest.mark.parametrize("end", ["Present", "present.", "CURRENT", "Presente", "actual", "Actualidad"])
def test_an_end_that_is_now_is_an_empty_one(end: str) -> None:
    content = parted({"work": [{"startDate": "2019", "endDate": end}]}).content

    assert content["work"][0]["endDate"] == ""
    assert content["unread"] == []
