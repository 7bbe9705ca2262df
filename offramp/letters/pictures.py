"""The picture above a letter: whatever was sent, only its pixels are kept."""

from datetime import date

from django.db import transaction

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.answers import Picture as View
from offramp.files.kinds import Kind
from offramp.files.refusals import NotTaken
from offramp.letters import publishing
from offramp.letters.models import Letter, Picture
from offramp.people.models import Member


class NoPicture(Exception):
    """A document, say: it has pages that look like pictures, and nobody means them."""


def view(cleaned: Cleaned) -> View:
    """What would be shown of it. Raises NoPicture."""
    found = cleaned.pages[0].picture
    if cleaned.kind not in (Kind.JPEG, Kind.PNG) or found is None:
        raise NoPicture
    return found


def in_file(content: bytes) -> View | None:
    """The picture of a file; None when there is none that can be taken. It takes seconds."""
    try:
        return view(examination.examine(content)) if content else None
    except (NotTaken, NoPicture):
        return None


@transaction.atomic
def put(*, letter: Letter, view: View, by: Member | None, on: date) -> None:
    """Show a picture above a letter, in place of the one before."""
    pixels = {"content": view.content, "width": view.width, "height": view.height}
    Picture.objects.update_or_create(letter=letter, defaults=pixels)
    publishing.note_change(letter_id=letter.pk, by=by, on=on)


@transaction.atomic
def remove(*, letter: Letter, by: Member, on: date) -> None:
    gone, _ = Picture.objects.filter(letter=letter).delete()
    if gone:
        publishing.note_change(letter_id=letter.pk, by=by, on=on)
