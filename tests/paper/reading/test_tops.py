"""The head of a page: whose it is and where they live, and that nothing else is taken for it."""

from typing import Any

import pytest

from offramp.paper import reading
from offramp.paper.reading import kept, names
from tests.paper.reading.test_reading import lost

_JOB = "\n\nWORK EXPERIENCE\nDeportation Officer, ICE\n2010 - 2014\n- Wrote reports\n"


def basics(text: str) -> dict[str, Any]:
    told: dict[str, Any] = reading.read_text(text).resume.get("basics", {})
    return told


@pytest.mark.parametrize(
    "text",
    [
        "Trained five new officers", "Border Patrol", "Logistics professional", "Logistics Professional",
        "Instructor and coordinator", "hello I am tired", "Trained Recruits", "El Paso County Jail",
        "Customs and Border Protection", "Deportation Officer", "Public Safety", "Line Cook",
    ],
)  # fmt: skip
def test_a_line_of_work_is_nobodys_name(text: str) -> None:
    for whole in (text, f"{text}\nWrote reports every day\n", f"{text}\n(915) 555-0190{_JOB}"):
        read = reading.read_text(whole)

        assert "name" not in read.resume.get("basics", {})
        assert lost(read) == []
        assert text in (*kept.texts(read.resume), *read.unread)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jane Doe", "Jane Doe"), ("Jane Doe, M.P.A.", "Jane Doe, M.P.A."), ("DOE, JANE M.", "DOE, JANE M."),
        ("JANE DOE", "JANE DOE"), ("Name: Jane Doe", "Jane Doe"),
        ("Nombre: María de la Cruz", "María de la Cruz"),
        ("Resume of Jane Doe", "Jane Doe"), ("Name: Jane Doe SSN: 123-45-6789", "Jane Doe"),
        ("María de los Ángeles García-López", "María de los Ángeles García-López"),
        ("Seán O'Brien Jr.", "Seán O'Brien Jr."), ("Samir Haddad", "Samir Haddad"),
        ("Jane Doe | Deportation Officer", "Jane Doe"), ("Jane Doe, Deportation Officer", "Jane Doe"),
    ],
)  # fmt: skip
def test_a_name_is_one_beside_a_way_to_reach_somebody(line: str, name: str) -> None:
    assert basics(f"{line}\n(915) 555-0190{_JOB}")["name"] == name


def test_a_label_needs_nothing_beside_it() -> None:
    assert basics("Name: Jane Doe") == {"name": "Jane Doe"}


def test_a_name_without_anything_beside_it_is_shown_and_not_taken() -> None:
    read = reading.read_text("Jane Doe\nwrote this\n")

    assert (read.resume.get("basics"), read.unread) == (None, ("Jane Doe", "wrote this"))


def test_an_address_of_mail_settles_whether_a_trade_is_a_name() -> None:
    assert basics(f"Calvin Porter\ncalvin.porter@example.org{_JOB}")["name"] == "Calvin Porter"
    assert not names.is_name("Calvin Porter")


STREETS = {
    "12 Camino Real #4\nEl Paso, TX 79901": {"address": "12 Camino Real #4"},
    "Calle Olmo 12, El Paso, TX 79901": {"address": "Calle Olmo 12"},
    "Address: 4512 Mesa Verde Dr, El Paso, TX 79901": {"address": "4512 Mesa Verde Dr"},
    "Dirección: Paseo de los Álamos 7, El Paso, TX 79901": {"address": "Paseo de los Álamos 7"},
    "4512 Mesa Verde, Apt 3\nEl Paso TX 79901": {"address": "4512 Mesa Verde, Apt 3"},
    "Avenida Juárez 100\nApt 3\nEl Paso, TX 79901": {"address": "Avenida Juárez 100, Apt 3"},
}


@pytest.mark.parametrize("text", STREETS)
def test_a_street_is_where_somebody_lives_and_no_headline(text: str) -> None:
    told = basics(f"Jane Doe\n{text}\n(915) 555-0190{_JOB}")

    lives = STREETS[text] | {"city": "El Paso", "region": "TX", "postalCode": "79901"}
    assert (told["location"], "label" in told, "summary" in told) == (lives, False, False)


@pytest.mark.parametrize(
    "line", ["SSN: 123-45-6789", "DOB: 01/02/1980", "Fecha de nacimiento: 2 de enero de 1980"]
)
def test_a_number_nobody_may_ask_for_is_no_headline(line: str) -> None:
    for text in (f"Jane Doe\n{line}\n(915) 555-0190{_JOB}", f"SUMMARY\n{line}\n{_JOB}"):
        read = reading.read_text(text)

        assert line in read.unread
        assert not {"label", "summary"} & set(read.resume.get("basics", {}))


def test_a_name_and_a_street_on_one_line_are_no_headline_and_no_summary() -> None:
    line = "Jane Doe 12 Camino Real El Paso TX 79901"

    read = reading.read_text(f"{line}\n(915) 555-0190{_JOB}")

    assert (set(read.resume["basics"]), read.unread) == ({"phone"}, (line,))


def test_a_line_nobody_understands_is_no_headline() -> None:
    read = reading.read_text(f"Jane Doe\nDeportation Officer\n(915) 555-0190\nunit 7 blue{_JOB}")

    assert (read.resume["basics"]["label"], read.unread) == ("Deportation Officer", ("unit 7 blue",))


@pytest.mark.parametrize("line", ["A-" * 70, "Aa " * 49, "1 " + "A" * 140, "Calle " * 24, "1 " + "A," * 70])
def test_a_strange_line_is_soon_told(line: str) -> None:
    assert lost(reading.read_text(f"{line}\n{line}\n(915) 555-0190{_JOB}")) == []
