"""Leaving works from every page, at once, and nobody else can press it."""

import pytest
from django.test import Client

from tests.web.visitors import from_elsewhere, from_our_page, visitor

PAGES = ["/", "/es/", "/confidence/", "/now/", "/about/", "/privacy/", "/accessibility/", "/nothing/here/"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_the_way_out(path: str) -> None:
    leave = "/es/leave/" if path.startswith("/es/") else "/leave/"

    assert f'<form method="post" action="{leave}" data-leave><button>' in visitor().get(path).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_reading_sets_no_cookie(path: str) -> None:
    client = visitor()

    client.get(path)

    assert not client.cookies


def test_the_page_after_leaving_says_nothing_about_us() -> None:
    page = from_our_page().post("/leave/").content.decode()

    assert "<title>Weather</title>" in page
    assert '<a href="https://www.weather.gov/" rel="noreferrer">' in page
    assert "/static/" not in page


def test_leaving_works_in_a_browser_that_says_nothing_about_itself() -> None:
    assert "Clear-Site-Data" in visitor().post("/leave/").headers


def test_another_site_cannot_press_it() -> None:
    answer = from_elsewhere().post("/leave/")

    assert answer.status_code == 200
    assert "Clear-Site-Data" not in answer.headers
    assert "Refresh" not in answer.headers


@pytest.mark.django_db
def test_leaving_ends_the_visit() -> None:
    client = from_our_page()
    visit(client)

    client.post("/leave/")

    assert client.cookies["__Host-place"].value == ""
    assert not client.session.keys()


def visit(client: Client) -> None:
    session = client.session
    session["kept"] = "a text"
    session.save()


def test_opening_the_address_ends_nothing() -> None:
    answer = visitor().get("/leave/")

    assert answer.status_code == 200
    assert "Clear-Site-Data" not in answer.headers
