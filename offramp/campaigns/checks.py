"""A broken campaign is said before the first reader meets it."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Advice

from offramp import campaigns
from offramp.campaigns.source import CampaignBroken


def campaign_reads(**_kwargs: Any) -> list[CheckMessage]:
    try:
        campaigns.current()
    except CampaignBroken as broken:
        return [Error(str(broken), id="campaigns.E001")]
    return []


def languages_have_files(**_kwargs: Any) -> list[CheckMessage]:
    """A campaign's words alone would stand between words of English."""
    try:
        spoken = campaigns.current().languages
    except CampaignBroken:
        return []  # said by campaign_reads
    served = dict(settings.LANGUAGES)
    hint = "CONTRIBUTING.md, “Another language”, says which."
    return [
        Advice(
            f"The campaign speaks “{code}”, for which the pages have no file.", hint=hint, id="campaigns.W002"
        )
        for code in spoken
        if code not in served
    ]


def contact_can_be_written_to(**_kwargs: Any) -> list[CheckMessage]:
    """The address a campaign ships with reaches nobody; a public site must not show it."""
    try:
        contact = campaigns.current().contact
    except CampaignBroken:
        return []  # said by campaign_reads
    if settings.IS_LOCAL or not contact.endswith(".example"):
        return []
    hint = "Write an address that somebody reads into campaign.toml."
    return [Advice(f"The campaign shows {contact}, which reaches nobody.", hint=hint, id="campaigns.W001")]
