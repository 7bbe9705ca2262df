"""What the row of staff places asks: which places are open, and what everybody on the staff must know."""

from datetime import date

from django import template
from django.utils import timezone

from offramp.people import acts, front_desk
from offramp.people.models import Member

register = template.Library()


@register.filter
def reads_front_desk(member: Member) -> bool:
    return member.is_organizer and front_desk.has_access(member)


@register.simple_tag
def recovery_links() -> list[date]:
    """The days on which somebody at the server's console made a link onto the staff."""
    return acts.recovery_links(today=timezone.now().date())
