"""Names under which only organizers speak: the campaign's, and what a page puts beside it."""

import re

from django.utils import translation
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.replies import plain

# Figures and signs that pass for a letter, and letters that pass for one another.
_ALIKE = str.maketrans("0134578@$l|!", "oieastbasiii")
_BETWEEN = re.compile(r"[\W_]+")


def is_one(name: str) -> bool:
    """Also inside a longer name, and however it is spaced: "AnotherRoad-Team"."""
    bare = _bare(name)
    return any(ours in bare for ours in map(_bare, _ours()))


def _ours() -> set[str]:
    campaign = campaigns.current()
    ours = {campaign.neutral_name}
    for language in campaign.languages:
        with translation.override(language):
            ours |= {campaign.text("name", language), _("the campaign")}
    return ours


def _bare(name: str) -> str:
    return _BETWEEN.sub("", plain.folded(name).translate(_ALIKE))
