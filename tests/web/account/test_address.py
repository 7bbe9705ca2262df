"""The address of the daily mail: said to be readable, kept, changed, removed."""

import pytest

from offramp.notices.models import Address
from tests.cast import Person, an_adviser
from tests.web.signing_in import send, staff_visit, words

pytestmark = pytest.mark.django_db


def keep(person: Person, email: str, path: str = "/account/address/") -> tuple[int, str]:
    answer = send(staff_visit(person), path, {"email": email})
    return answer.status_code, words(answer)


def addresses() -> list[tuple[str, str, str]]:
    return list(Address.objects.values_list("member__name", "email", "language"))


def test_the_page_says_that_the_address_is_not_sealed(di: Person) -> None:
    assert "This address is not sealed." in words(staff_visit(di).get("/account/address/"))


def test_an_address_is_kept_in_the_language_of_the_page(di: Person) -> None:
    an_adviser("Bo")

    keep(di, "di@example.org", "/es/account/address/")

    assert addresses() == [("Di", "di@example.org", "es")]


def test_another_one_takes_its_place_and_an_empty_one_removes_it(di: Person) -> None:
    client = staff_visit(di)
    for email in ("di@example.org", "other@example.org"):
        send(client, "/account/address/", {"email": email})
    assert addresses() == [("Di", "other@example.org", "en")]

    send(client, "/account/address/", {"email": ""})

    assert addresses() == []


@pytest.mark.parametrize(
    "typed",
    [
        "di",
        "di@",
        "@example.org",
        "di@example.org\nBcc: cy@example.org",
        "<b>",
        "x" * 300 + "@example.org",
        "=?utf-8?b?!!!?=@example.org",
    ],
)
def test_what_is_no_address_is_not_kept(di: Person, typed: str) -> None:
    status, page = keep(di, typed)

    assert status == 400
    assert 'id="email-error"' in page
    assert addresses() == []


def test_nobody_sees_anybody_elses(di: Person, ed: Person) -> None:
    keep(di, "di@example.org")

    assert "di@example.org" not in words(staff_visit(ed).get("/account/address/"))
