"""The picture above a letter: whatever was sent, only its pixels are kept."""

from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from offramp.letters.models import Letter, Picture


class NoPicture(Exception):
    """A document, say: it has pages that look like pictures, and nobody means them."""


def put(*, letter: Letter, cleaned: Cleaned) -> None:
    """Show a picture above a letter, in place of the one before. Raises NoPicture."""
    view = cleaned.pages[0].picture
    if cleaned.kind not in (Kind.JPEG, Kind.PNG) or view is None:
        raise NoPicture
    pixels = {"content": view.content, "width": view.width, "height": view.height}
    Picture.objects.update_or_create(letter=letter, defaults=pixels)


def remove(*, letter: Letter) -> None:
    Picture.objects.filter(letter=letter).delete()
