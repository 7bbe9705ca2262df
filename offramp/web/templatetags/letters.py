"""What a card says of the letter its seeker came from."""

from django import template

from offramp.web.letters import rows

register = template.Library()


@register.filter
def letter_title(slug: str) -> str:
    """Its title; or its address, since a sealed card may name one that is no longer public."""
    found = rows.named(slug)
    return found.text.title if found else slug
