"""What a list of files says of each."""

from collections.abc import Iterable

from django import template
from django.utils.functional import Promise

from offramp.web.files import words
from offramp.web.files.words import Removed

register = template.Library()


@register.filter
def file_kind(media: str) -> Promise | str:
    return words.KINDS[media]


@register.filter
def taken_out(traces: Iterable[str]) -> list[Removed]:
    return words.removed_before(traces)
