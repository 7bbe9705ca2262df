"""Where in the queue somebody is: which pile, of which letter, on which page."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.replies.queue import Pile


@dataclass(frozen=True)
class Place:
    pile: Pile
    letter: Letter | None = None
    page: str = ""

    @property
    def slug(self) -> str:
        return self.letter.slug if self.letter else ""

    @property
    def address(self) -> str:
        return self.moved()

    def moved(self, *, at: UUID | None = None, **to: object) -> str:
        """The same, or another pile or page of it; at one of its replies."""
        asked = {"pile": self.pile.value, "letter": self.slug} | to
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{reverse('moderation')}?{query}" + (f"#reply-{at}" if at else "")


def read(asked: QueryDict, *, by: Member) -> Place:
    """Raises Http404 for a letter that there is not."""
    slug, pile = asked.get("letter", ""), asked.get("pile", "")
    return Place(
        pile=Pile(pile) if pile in Pile.values else Pile.WAITING,
        letter=get_object_or_404(Letter.objects.for_organizer(by), slug=slug) if slug else None,
        page=asked.get("page", ""),
    )
