"""Every address for everybody: who is let in, what a stranger sees, and that looking changes nothing."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.web.addresses import EVERYBODY, MEMBERS, ROWS
from tests.web.scene import Scene, everything_stored, scene
from tests.web.signing_in import TOKEN

__all__ = ["scene"]

pytestmark = pytest.mark.django_db

OPEN = {200, 302, 405}  # 405: the address takes only a form, and says so to everybody alike
SHUT = {404, 405, 302}  # 302: an address that only takes a form leads to where the form is


def test_every_address_has_its_row() -> None:
    assert set(named(get_resolver())) == {row.name for row in ROWS}


@pytest.mark.parametrize("name", sorted(EVERYBODY))
def test_everybody_is_let_in_where_they_belong_and_looking_changes_nothing(scene: Scene, name: str) -> None:
    client = scene.visit(name)
    before = everything_stored()

    answers = {(row.name, row.of): client.get(scene.path(row)).status_code for row in ROWS if name in row.may}

    assert {key: status for key, status in answers.items() if status not in OPEN} == {}
    assert everything_stored() == before


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_a_stranger_sees_404_and_changes_nothing(scene: Scene, name: str) -> None:
    client = scene.visit(name)
    form = {"csrfmiddlewaretoken": token(client, "/sign-out/"), "text": "Let me in."}
    before = everything_stored()

    seen = {
        (row.name, row.of): {client.get(path).status_code, client.post(path, form).status_code}
        for row in ROWS
        if name not in row.may
        for path in [scene.path(row)]
    }

    assert {key: both for key, both in seen.items() if 404 not in both or not both <= SHUT} == {}
    assert everything_stored() == before


def test_nobody_signed_in_is_told_the_same_whatever_the_address(scene: Scene) -> None:
    client = scene.visit("nobody")
    form = {"csrfmiddlewaretoken": token(client, "/return/")}
    before = everything_stored()

    led_to = {
        row.name: {client.get(path).headers.get("Location"), client.post(path, form).headers.get("Location")}
        for row in ROWS
        if "nobody" not in row.may
        for path in [scene.path(row)]
    }

    assert {name for name, doors in led_to.items() if not doors & {"/return/", "/staff/"}} == set()
    assert everything_stored() == before


def token(client: Client, form_at: str) -> str:
    return str(TOKEN.findall(client.get(form_at).content.decode())[0])


def named(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield str(pattern.name)
        else:
            yield from named(pattern)
