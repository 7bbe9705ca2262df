"""The campaign this installation runs: a folder of plain files, read once."""

import functools

from django.conf import settings

from offramp.campaigns.campaign import Campaign
from offramp.campaigns.reading import read


@functools.cache
def current() -> Campaign:
    """The campaign of this installation. Raises CampaignBroken."""
    return read(settings.CAMPAIGN_FOLDER)
