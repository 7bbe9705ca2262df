"""The outline of a letter, and honest ways to speak about leaving."""

import re

from offramp.campaigns.campaign import Campaign
from offramp.campaigns.letters import QUESTIONS


def test_a_letter_is_asked_the_same_four_questions_in_order(shipped: Campaign, teachers: Campaign) -> None:
    for campaign in (shipped, teachers):
        for language in campaign.languages:
            guide = campaign.letter_guide(language)
            assert tuple(question.id for question in guide.questions) == QUESTIONS
            assert all(question.ask.endswith("?") and question.hint for question in guide.questions)


def test_there_are_three_ways_to_speak_of_leaving_and_each_says_when_it_does_not_fit(
    shipped: Campaign,
) -> None:
    for language in shipped.languages:
        ways = shipped.letter_guide(language).leavings
        assert [way.id for way in ways] == ["toward", "changed", "conscience"]
        assert len({text for way in ways for text in (way.title, way.text, way.fits, way.fits_not)}) == 12


def test_no_way_blames_a_colleague_or_hides_the_employer(shipped: Campaign) -> None:
    blaming = re.compile(r"corrupt|abus|cruel|illegal|hide|lie\b|ocult|mentir", re.IGNORECASE)

    for language in shipped.languages:
        assert [way.id for way in shipped.letter_guide(language).leavings if blaming.search(way.text)] == []
