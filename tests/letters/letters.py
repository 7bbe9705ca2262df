"""Letters for the tests, made by the same acts as an organizer's."""

import io
from datetime import datetime, timedelta

from django.utils import timezone
from PIL import Image

from offramp.letters import writing
from offramp.letters.models import Letter, Picture, Publication
from offramp.letters.written import Written
from tests.cast import TODAY

BODY = "Good morning.\n\nThis is *all* we have to say."


def a_letter(slug: str = "a-letter", *, language: str = "en", **words: str) -> Letter:
    """A draft."""
    written = Written(**{"title": "A letter", "body": BODY} | words)
    return writing.begin(slug=slug, language=language, written=written, by=None, on=TODAY)


def a_public_letter(
    slug: str = "a-letter",
    *,
    at: datetime | None = None,
    language: str = "en",
    has_picture: bool = False,
    **words: str,
) -> Letter:
    """Public since yesterday, unless it is said when."""
    letter = a_letter(slug, language=language, **words)
    Publication.objects.create(letter=letter, at=at or timezone.now() - timedelta(days=1))
    if has_picture:
        Picture.objects.create(letter=letter, content=a_jpeg(), width=8, height=6)
    return letter


def say(letter: Letter, language: str, **words: str) -> None:
    """The same letter in another language, or in other words."""
    texts = {text.language: text for text in letter.texts.all()}
    base = texts[language].newest if language in texts else 0
    written = Written(**{"title": "Una carta", "body": "Buenos días."} | words)
    writing.save(letter=letter, language=language, written=written, base=base, by=None, on=TODAY)


def a_jpeg(width: int = 8, height: int = 6) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#1e5b4f").save(file, "JPEG")
    return file.getvalue()
