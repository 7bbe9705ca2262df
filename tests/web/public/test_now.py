"""Somebody to talk to is one link away from everywhere, and we say who answers."""

import pytest

from offramp import campaigns
from tests.web.visitors import visitor


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_line_says_who_answers_how_to_reach_them_and_where_we_know_it_from(language: str) -> None:
    page = visitor().get("/now/" if language == "en" else "/es/now/").content.decode()

    for line in campaigns.current().crisis_lines(language):
        assert line.source in page
        assert f"tel:{line.call}" in page or not line.call
        assert f"sms:{line.text_to}" in page or not line.text_to
        assert f'datetime="{line.checked:%Y-%m-%d}"' in page


@pytest.mark.parametrize("path", ["/", "/confidence/", "/leave/", "/nothing/here/"])
def test_every_footer_leads_there(path: str) -> None:
    assert '<a href="/now/">' in visitor().get(path).content.decode()
