"""A letter of the campaign's folder that cannot be read is said before the program starts."""

from typing import Any

from django.core.checks import CheckMessage, Error

from offramp import campaigns
from offramp.campaigns.source import CampaignBroken
from offramp.letters import folder


def letters_read(**_kwargs: Any) -> list[CheckMessage]:
    try:
        campaigns.current()
    except CampaignBroken:
        return []  # said by the campaign's own check
    try:
        folder.of_campaign()
    except CampaignBroken as broken:
        return [Error(str(broken), id="letters.E001")]
    return []
