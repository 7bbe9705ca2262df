"""A letter: one thing with one address, said in one language or several."""

import uuid
from datetime import datetime

from django.core.validators import RegexValidator
from django.db import models

from offramp.letters.models.text import Text
from offramp.letters.written import SLUG
from offramp.people.models import Member


class LetterQuerySet(models.QuerySet["Letter"]):
    def for_readers(self, *, at: datetime) -> "LetterQuerySet":
        """What anybody may read at this moment, the newest first. One that is scheduled needs no job."""
        public = self.filter(publication__at__lte=at, publication__withdrawal=None)
        return public._with_words().order_by("-publication__at", "slug")

    def for_organizer(self, member: Member) -> "LetterQuerySet":
        return self._with_words() if member.is_organizer else self.none()

    def _with_words(self) -> "LetterQuerySet":
        known = self.select_related("publication__withdrawal", "picture").defer("picture__content")
        return known.prefetch_related("texts")


class Letter(models.Model):
    """Its words are its texts; without a publication it is a draft."""

    CLASSIFIED = {"id": ("clear", "kept"), "slug": ("clear", "kept")}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # In its address, so it never changes.
    slug = models.CharField(max_length=80, unique=True, validators=[RegexValidator(rf"^{SLUG}\Z")])

    objects = LetterQuerySet.as_manager()

    def text_in(self, language: str) -> Text:
        """In this language, or in English, or in whatever there is."""
        texts = {text.language: text for text in self.texts.all()}
        return texts.get(language) or texts.get("en") or min(texts.values(), key=lambda text: text.language)

    @property
    def languages(self) -> list[str]:
        return sorted(text.language for text in self.texts.all())

    def is_draft(self) -> bool:
        return not hasattr(self, "publication")

    def is_scheduled(self, *, at: datetime) -> bool:
        return not self.is_draft() and self.publication.at > at

    def is_withdrawn(self) -> bool:
        return not self.is_draft() and hasattr(self.publication, "withdrawal")

    def is_public(self, *, at: datetime) -> bool:
        return not (self.is_draft() or self.is_scheduled(at=at) or self.is_withdrawn())


class Picture(models.Model):
    """Above a letter: pixels that were encoded anew, nothing of the file that was sent."""

    CLASSIFIED = {
        "letter": ("clear", "kept"),
        "content": ("public", "kept"),
        "width": ("clear", "kept"),
        "height": ("clear", "kept"),
    }

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, primary_key=True, related_name="picture")
    content = models.BinaryField()  # a JPEG
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
