"""Logs and error reports tell what broke and where; a canary put into a request is in none of them."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as plain_settings
from django.test import RequestFactory
from pytest_django import Settings

from offramp.web import drafts
from offramp.web.reporter import QuietFilter, QuietReporter
from tests.web.visitors import from_our_page, visitor

CANARY = "canary-3141"


@pytest.fixture(autouse=True)
def breaking(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.web.breaking"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the configured log writes."""
    written = io.StringIO()
    (stderr,) = (one for one in logging.root.handlers if one.filters)
    assert isinstance(stderr, logging.StreamHandler)
    # Not setStream: it flushes the one before, which another test may have closed.
    before, stderr.stream = stderr.stream, written
    yield written
    stderr.stream = before


def test_an_error_while_a_text_is_sent_leaves_none_of_it_in_the_log(log: io.StringIO) -> None:
    client = from_our_page()
    page = client.post("/takes-text/7/", {"text": ""}).content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]

    answer = client.post(
        f"/breaks/{CANARY}/?q={CANARY}",
        {"text": CANARY, "csrfmiddlewaretoken": token},
        headers={"user-agent": CANARY, "x-forwarded-for": "198.51.100.7"},
    )

    assert answer.status_code == 500
    assert "django.request status 500 (LookupError at no line of ours)" in log.getvalue()
    assert CANARY not in log.getvalue()
    assert "198.51.100.7" not in log.getvalue()


def test_a_path_that_was_not_found_is_not_written_down(log: io.StringIO) -> None:
    visitor().get(f"/threads/{CANARY}/")

    assert log.getvalue() == ""


def test_a_foreign_host_name_is_not_written_down(log: io.StringIO) -> None:
    visitor(host=f"{CANARY}.example").get("/")

    assert "django.security.DisallowedHost" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_somebody_elses_message_is_left_out(log: io.StringIO) -> None:
    logging.getLogger("somebody.else").error("it was %s", CANARY)

    assert log.getvalue() == "ERROR somebody.else a message was left out\n"


def test_our_own_sentence_stays_and_its_error_keeps_only_kind_and_place(log: io.StringIO) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("offramp.upkeep").exception("purge stopped")

    assert log.getvalue() == "ERROR offramp.upkeep purge stopped (ValueError at no line of ours)\n"


def test_a_report_names_the_lines_of_ours_an_error_passed() -> None:
    request = RequestFactory().post("/", {"text": CANARY})
    try:
        drafts.read(CANARY)
    except drafts.Forged:
        report = QuietReporter(request, *sys.exc_info())

    assert report.get_traceback_text().startswith("Forged at offramp/web/drafts.py:")
    assert CANARY not in report.get_traceback_text() + report.get_traceback_html()


def test_django_is_told_nothing_about_a_request() -> None:
    request = RequestFactory().post("/", {"text": CANARY}, headers={"user-agent": CANARY})
    told = QuietFilter()

    assert told.get_safe_request_meta(request) == {}
    assert told.get_post_parameters(request) == {}
    assert told.get_safe_cookies(request) == {}
    assert told.get_safe_settings() == {}
    assert plain_settings.DEFAULT_EXCEPTION_REPORTER_FILTER == "offramp.web.reporter.QuietFilter"
