"""Where a letter stands on the site."""

import re

from django.urls import resolve, reverse

from offramp.letters.written import SLUG


def is_free(slug: str) -> bool:
    """Whether a letter would be found under this name, and no other page of the site."""
    if not re.fullmatch(SLUG, slug):
        return False
    return resolve(reverse("letter", kwargs={"slug": slug})).url_name == "letter"
