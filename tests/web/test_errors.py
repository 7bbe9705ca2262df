"""What goes wrong is said clearly, repeats no address, and keeps the text of whoever wrote it."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.web.visitors import from_elsewhere, from_our_page, visitor

TEXT = "\n  I am <tired> & want to leave.\nΩ≈ç"
SHOWN = "\n\n  I am &lt;tired&gt; &amp; want to leave.\nΩ≈ç</textarea>"


@pytest.fixture(autouse=True)
def breaking(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.web.breaking"


def test_a_stale_form_comes_back_with_its_text_and_its_choices() -> None:
    answer = from_our_page().post("/takes-text/7/", {"text": TEXT, "help": ["resume", "money"]})
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "<h1>Your text is still here.</h1>" in page
    assert SHOWN in page
    assert '<input type="hidden" name="help" value="resume" autocomplete="off">' in page
    assert '<input type="hidden" name="help" value="money" autocomplete="off">' in page


def test_a_stale_form_of_several_fields_shows_what_will_be_sent() -> None:
    form = {"field-position": "Shift lead", "field-highlights": "Led 12.", "field-draft": "7", "old": "x"}
    page = from_our_page().post("/takes-text/7/", form).content.decode()

    assert "<h1>Your text is still here.</h1>" in page
    assert "\nShift lead\n\nLed 12.</textarea>" in page
    assert '<input type="hidden" name="field-position" value="Shift lead" autocomplete="off">' in page


def test_sending_it_again_sends_it() -> None:
    client = from_our_page()
    client.post("/takes-text/7/", {"text": TEXT})

    answer = client.post("/takes-text/7/", {"text": TEXT, "csrfmiddlewaretoken": token_of(client)})

    assert answer.content.decode() == TEXT


def token_of(client: Client) -> str:
    page = client.post("/takes-text/7/", {"text": ""}).content.decode()
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "null"},
        {"origin": "https://testserver.elsewhere.example"},
        {"referer": "https://testserver.elsewhere.example/"},
        {"origin": "https://testserver", "sec-fetch-site": "cross-site"},
        {},
    ],
)
def test_nothing_of_a_form_of_unknown_origin_is_shown(headers: dict[str, str]) -> None:
    answer = visitor(**headers).post("/takes-text/7/", {"text": "planted"})

    assert answer.status_code == 403
    assert "planted" not in answer.content.decode()


def test_nothing_of_another_sites_form_is_shown() -> None:
    answer = from_elsewhere().post("/takes-text/7/", {"text": "planted", "help": "planted"})

    assert answer.status_code == 403
    assert "planted" not in answer.content.decode()


def test_a_page_that_breaks_gives_the_text_back() -> None:
    client = from_our_page()
    answer = client.post("/breaks/7/", {"text": TEXT, "csrfmiddlewaretoken": token_of(client)})

    assert answer.status_code == 500
    assert SHOWN in answer.content.decode()


def test_too_large_a_body_is_refused_in_a_sentence() -> None:
    answer = from_our_page().post("/takes-text/7/", {"text": "x" * 10_000_000})

    assert answer.status_code == 413
    assert "That was too much at once." in answer.content.decode()


def test_a_file_is_refused_in_a_sentence() -> None:
    answer = from_our_page().post(
        "/takes-text/7/", {"text": "with it", "file": SimpleUploadedFile("r.txt", b"r")}
    )

    assert answer.status_code == 400
    assert "We take no file here." in answer.content.decode()


def test_a_broken_upload_is_refused() -> None:
    body = b'--edge\r\nContent-Disposition: form-data; name="text"; filename="x'
    answer = from_our_page().generic("POST", "/takes-text/7/", body, "multipart/form-data; boundary=edge")

    assert answer.status_code in (400, 409)


def test_an_address_that_only_takes_a_form_says_so() -> None:
    answer = visitor().get("/takes-text/7/")

    assert answer.status_code == 405
    assert "There is nothing to see at this address." in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/canary/", "/es/canary/", "/takes-text/canary/", "/breaks/canary/?canary=1"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_refusal_repeats_its_address(path: str, method: str) -> None:
    answer = from_our_page().generic(method, path)

    assert answer.status_code >= 400
    assert "canary" not in answer.content.decode()


FILE_AND_TEXT = (
    b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nMine\r\n'
    b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords\r\n--x--\r\n'
)
BODIES = {
    "a file": (FILE_AND_TEXT, "multipart/form-data; boundary=x"),
    "too much": (b"text=" + bytes(300_000), "application/x-www-form-urlencoded"),
    "broken": (b"words", "multipart/form-data; boundary="),
    "too many fields": (b"a=&" * 3_000, "application/x-www-form-urlencoded"),
}


@pytest.mark.parametrize("what", BODIES)
@pytest.mark.parametrize("client", [visitor, from_our_page, from_elsewhere], ids=lambda one: one.__name__)
def test_whatever_is_sent_to_an_address_that_is_not_there_it_is_not_found(
    what: str, client: Callable[[], Client]
) -> None:
    body, kind = BODIES[what]
    answer = client().generic("POST", "/nothing/here/", body, kind)

    assert answer.status_code == 404


def test_a_refusal_speaks_the_language_of_its_address() -> None:
    assert '<html lang="es"' in visitor().get("/es/nothing/here/").content.decode()
