"""Whoever a résumé is of: taken out of all its words, and out of nobody else's."""

import json
import time
from itertools import count
from typing import Any

import pytest

from offramp.paper import contents
from offramp.paper.contents import Content

JANE = {
    "name": "Jane Doe",
    "email": "jdoe1979@mail.example",
    "phone": "(915) 555-0100",
    "url": "https://janedoe.example",
    "location": {"address": "4512 Mesa Verde Dr", "city": "El Paso", "region": "TX", "postalCode": "79912"},
    "profiles": [{"network": "LinkedIn", "url": "https://linkedin.com/in/janedoe"}],
}


def kept(name: str = "Jane Doe", **written: Any) -> Content:
    numbers = count(1)
    basics = JANE | {"name": name} | written.pop("basics", {})
    parted = contents.from_resume({"basics": basics} | written, new_id=lambda: f"i{next(numbers)}")
    return parted.content


def unread(line: str, name: str = "Jane Doe") -> list[str]:
    return [one["text"] for one in kept(name, **{"x-unread": [line]})["unread"]]


def bullet(line: str, name: str = "Jane Doe") -> list[str]:
    work = kept(name, work=[{"name": "A", "highlights": [line]}])["work"]
    return [one["text"] for one in work[0]["highlights"]]


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe, page 2",
        "Jane Doe | Page 2 of 3",
        "Doe, page 2",
        "915.555.0101",
        "9155550101",
        "+1 (915) 555-0199 | +52 656 123 4567",
        "linkedin.com/in/janedoe",
        "www.linkedin.com/in/jane-doe-mpa/",
        "janedoe.example/work",
        "jane.doe@second.example.org",
        "jane.doe@second",
        "jdoe1979",
        "Jane Doe, M.P.A.",
        "DOE, JANE M.",
        "JANE M. DOE",
        "jane doe",
        "Ms. Jane Doe, Ph.D., Esq.",
        "Name: Jane Doe",
        "Name: Doe",
        "Address: 4512 Mesa Verde Dr",
        "99 Other Street, El Paso, TX 79912",
        "4512 mesa  verde dr | El Paso, TX 79912",
        "SSN: 123-45-6789 DOB: 04/12/1979",
        "Date of birth: April 12, 1979",
        "Fecha de nacimiento: 12 de abril de 1979",
        "Cell: 555-0101",
        "El Paso, TX 79912",
        "El Paso, TX",
    ],
)
def test_a_line_that_only_names_its_owner_is_left_out(line: str) -> None:
    assert unread(line) == []


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("I, Jane Doe, certify that this is true.", "I, […], certify that this is true."),
        ("Call me at 915.555.0101 after five.", "Call me at […] after five."),
        ("Write to jane@x.example or in/janedoe", "Write to […] or in/[…]"),
        ("Born on April 12, 1979 in Ohio", "[…] in Ohio"),
        ("Jane Doe's plan saved a year", "[…] plan saved a year"),
        ("Signed Doe, Jane; SSN 6789", "Signed […]; […]"),
    ],
)
def test_a_sentence_keeps_the_rest_of_its_words(line: str, left: str) -> None:
    assert unread(line) == [left]
    assert bullet(line) == [left]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Grant Page", "Wrote grant proposals, a page each"),
        ("Grant Page", "Grant writing for two shelters"),
        ("Grant Page", "Page 2"),
        ("Grant Page", "I grant page access to nobody"),
        ("Rose May", "Sales rose, May to June 2019"),
        ("Jane Doe", "Jane Goodall was a guest"),
        ("Jane Doe", "Budget of $1,250,000 in 2015-2019; 40 hours a week"),
        ("Jane Doe", "ISBN 978-0-13-110362-7, IOE 091 234 5678, 2015-03-01 to 2019-09-30"),
        ("Jane Doe", "El Paso, TX 79912, for six years"),
        ("Jane Doe", "Five years @ night shift, C++ and .NET"),
        ("Madonna", "Saw Madonna and the Child in Rome"),
    ],
)
def test_innocent_words_stay_as_they_were(name: str, line: str) -> None:
    assert unread(line, name) == [line]
    assert bullet(line, name) == [line]


def test_every_place_of_a_content_is_looked_at() -> None:
    line = "Jane Doe, 915.555.0101, jane@x.example"
    written: dict[str, Any] = {
        "basics": {"label": line, "summary": f"{line}\nKept promises."},
        "work": [
            {
                "name": "Jane Doe Consulting",
                "summary": line,
                "highlights": ["One", line],
                "x-highlights": [{"evidence": f"seen by {line}"}],
            }
        ],
        "skills": [{"name": line, "keywords": [line, "Boats"]}],
        "publications": [{"name": "Boats", "url": "https://janedoe.example/boats"}],
        "references": [{"name": "Al Roy", "phone": "915-555-0123"}],
        "x-title": line,
        "x-unread": [line],
    }
    content = kept(**written)
    shown = json.dumps(content)

    assert not any(word in shown for word in ("Jane", "Doe", "555", "jane"))
    assert content["basics"]["summary"] == "Kept promises."
    assert [one["text"] for one in content["work"][0]["highlights"]] == ["One"]
    assert content["work"][0]["name"] == "[…] Consulting"
    assert [one["text"] for one in content["skills"][0]["keywords"]] == ["Boats"]


def test_a_citizenship_is_no_place_to_live() -> None:
    content = kept(basics={"location": {"countryCode": "US"}, "x-citizenship": "US"})

    assert content["basics"]["x-citizenship"] == "US"


def test_a_supervisors_number_stays_as_a_government_asks_for_it() -> None:
    content = kept(work=[{"name": "A", "x-supervisor": "Helen Brandt, (915) 555-0111"}])

    assert content["work"][0]["x-supervisor"] == "Helen Brandt, (915) 555-0111"


def test_a_picture_and_a_birthday_are_kept_nowhere() -> None:
    image = "https://www.gravatar.com/avatar/205e460b479e2e5b48aec07710c08d50"
    content = kept(basics={"image": image, "birthDate": "1979-04-12"})

    assert content["unread"] == []


def test_a_country_as_a_reader_wrote_it_belongs_to_the_contact() -> None:
    parted = contents.from_resume({"basics": {"location": {"x-country": "Mexico"}}}, new_id=str)

    assert parted.contact["country"] == "Mexico"
    assert parted.content["unread"] == []


@pytest.mark.parametrize(
    "words", ["Jane ", "Jane, ", "9", "555-", "a.", "@", "j@", "linkedin.com/in/", "Doe-", "+1 ", "a@a."]
)
def test_time_grows_with_the_length_alone(words: str) -> None:
    line = (words * 10_000)[:10_000]
    begun = time.process_time()

    unread(line)

    assert time.process_time() - begun < 2
