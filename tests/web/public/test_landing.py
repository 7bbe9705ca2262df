"""The front door says in one screen what this is, what it cannot promise, and where to go."""

import re

import pytest

from tests.web.visitors import visitor


def page(path: str = "/") -> str:
    return visitor().get(path).content.decode()


@pytest.mark.parametrize("prefix", ["", "/es"])
@pytest.mark.django_db
def test_every_link_of_ours_leads_somewhere(prefix: str) -> None:
    for path in set(re.findall(r'href="(/[^"]*)"', page(f"{prefix}/"))):
        answer = visitor().get(path)
        answer.getvalue()
        assert answer.status_code == 200


@pytest.mark.parametrize(("path", "other"), [("/", "/es/"), ("/es/now/", "/now/"), ("/now/", "/es/now/")])
def test_the_other_language_is_one_link_away(path: str, other: str) -> None:
    assert f'<a href="{other}" lang="' in page(path)


def test_the_warning_about_work_devices_stands_before_the_way_in() -> None:
    words = page()

    assert 0 < words.index('<p class="care">') < words.index('class="go" href="/help/"')


def test_what_we_cannot_promise_stands_as_large_as_what_we_can() -> None:
    headings = re.findall(r"<(h\d)>([^<]+)", page())

    assert ("h2", "What happens to what you write") in headings
    assert ("h2", "What we cannot promise") in headings


@pytest.mark.parametrize(
    "path", ["/", "/confidence/", "/now/", "/about/", "/privacy/", "/accessibility/", "/leave/"]
)
@pytest.mark.parametrize("prefix", ["", "/es"])
def test_a_public_page_asks_for_nothing_outside_and_runs_nothing_inline(prefix: str, path: str) -> None:
    words = page(prefix + path)

    assert re.findall(r'(?:src|srcset|action)="(?!/)[^"]*"', words) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?! type=\"module\" src=)", words) == []


def test_never_is_more_promised_than_is_true() -> None:
    for path in ("/", "/confidence/", "/about/", "/privacy/"):
        assert not re.search(r"anonymous|end-to-end", page(path), re.IGNORECASE)
