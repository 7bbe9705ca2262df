"""What a letter says in one language, now and before."""

import unicodedata
import uuid
from datetime import datetime

from django.db import models
from django.utils.safestring import SafeString

from offramp.campaigns import markdown
from offramp.letters.written import LONGEST, Written
from offramp.people.models import Member

A_MINUTE = 200  # words that a person reads
AN_EXCERPT = 60  # words of it stand in the list, and the rest of their paragraph


class Words(models.Model):
    """What an organizer writes; see `Written`."""

    CLASSIFIED = dict.fromkeys(("title", "author", "summary", "alt", "body"), ("clear", "kept"))

    title = models.CharField(max_length=LONGEST["title"])
    author = models.CharField(max_length=LONGEST["author"], blank=True, default="")
    summary = models.CharField(max_length=LONGEST["summary"], blank=True, default="")
    alt = models.CharField(max_length=LONGEST["alt"], blank=True, default="")
    body = models.TextField()

    class Meta:
        abstract = True

    @property
    def written(self) -> Written:
        return Written(**{name: getattr(self, name) for name in Words.CLASSIFIED})

    @property
    def opening(self) -> SafeString:
        """How it begins, in whole paragraphs."""
        return markdown.halves(self.body, words=AN_EXCERPT)[0]

    @property
    def rest(self) -> SafeString:
        """What comes after the opening; empty when it is short."""
        return markdown.halves(self.body, words=AN_EXCERPT)[1]

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least one."""
        return max(1, round(len(self.body.split()) / A_MINUTE))


class TextQuerySet(models.QuerySet["Text"]):
    def for_readers(self, *, at: datetime) -> "TextQuerySet":
        """Of the letters that are public at this moment, the newest first."""
        public = self.filter(letter__publication__at__lte=at, letter__publication__withdrawal=None)
        known = public.select_related("letter__publication", "letter__picture")
        return known.defer("letter__picture__content").order_by("-letter__publication__at", "letter__slug")

    def with_day_said(self) -> "TextQuerySet":
        """Each with `said_on`, the day on which it was written as it stands now."""
        newest = Revision.objects.filter(text=models.OuterRef("pk"), number=models.OuterRef("newest"))
        return self.annotate(said_on=models.Subquery(newest.values("on")))

    def saying(self, typed: str) -> "TextQuerySet":
        """Those in which every word stands, whatever its accents and capitals."""
        found = self
        for word in folded(typed).split():
            found = found.filter(folded__contains=word)
        return found


class Text(Words):
    """A letter in one language, as it stands now; the newest revision says the same."""

    CLASSIFIED = Words.CLASSIFIED | {
        "id": ("clear", "kept"),
        "letter": ("clear", "kept"),
        "language": ("clear", "kept"),
        "newest": ("clear", "kept"),
        "folded": ("clear", "kept"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    letter = models.ForeignKey("letters.Letter", on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=8)
    newest = models.PositiveIntegerField()  # the number of its newest revision
    folded = models.TextField()  # what is searched: the same in both engines

    objects = TextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "language"], name="text_once_a_language"),
        ]


class Revision(Words):
    """What a text said once; who wrote it is empty for what came with the campaign's folder."""

    CLASSIFIED = Words.CLASSIFIED | {
        "id": ("clear", "kept"),
        "text": ("clear", "kept"),
        "number": ("clear", "kept"),
        "by": ("clear", "kept"),
        "on": ("clear", "kept"),
    }

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="revision_number_once_a_text"),
        ]


def folded(words: str) -> str:
    """Small letters without accents: “Adónde” and “ADONDE” are found alike."""
    parted = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
