"""A reply to a letter, or to another reply; what readers said against it."""

import secrets
import uuid

from django.db import models

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.replies.models.marked import Words

LONGEST_NAME, LONGEST_TEXT, LONGEST_REPORT = 80, 5_000, 500


def new_key() -> str:
    """Who holds it may read and delete the reply; it stands in one mail, and nowhere on a public page."""
    return secrets.token_urlsafe(24)


class Reply(models.Model):
    """Nobody sees it before it is shown; its address goes with it, and is shown to nobody but organizers."""

    class Standing(models.TextChoices):
        WAITING = "waiting"
        SHOWN = "shown"
        REFUSED = "refused"

    LEAVES_NO_TRACE = True
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "letter": ("clear", "erased"),
        "to": ("clear", "erased"),
        "towards": ("clear", "erased"),
        "language": ("clear", "erased"),
        "name": ("clear", "erased"),
        "email": ("clear", "erased"),
        "text": ("clear", "erased"),
        "at": ("clear", "erased"),
        "key": ("clear", "erased"),
        "standing": ("clear", "erased"),
        "marks": ("clear", "erased"),
        "likelihood": ("clear", "erased"),
        "changes": ("clear", "erased"),
        "taught": ("clear", "erased"),
        "is_told": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="replies")
    # One level: what it answers answers nothing itself.
    to = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    # Which of the answers beside it this one answers; null where it answers the first of its thread.
    towards = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=12)
    name = models.CharField(max_length=LONGEST_NAME)
    email = models.EmailField(max_length=254)
    text = models.TextField(max_length=LONGEST_TEXT)
    at = models.DateTimeField()
    key = models.CharField(max_length=32, unique=True, default=new_key)
    standing = models.CharField(max_length=8, choices=Standing, default=Standing.WAITING)
    marks = Words(default=list)  # why it was held: words of replies.marks
    likelihood = models.FloatField(
        null=True
    )  # of being spam, when it came; null before there was anything to learn
    changes = models.PositiveIntegerField(default=0)  # of its standing, so that two organizers see each other
    taught = models.BooleanField(null=True)  # what the filter has from it: that it is spam, or that it is not
    is_told = models.BooleanField(default=False)  # its owner got the mail with the link, or it waits for them

    class Meta:
        indexes = [
            models.Index(fields=["letter", "standing", "at"]),
            models.Index(fields=["standing", "at"]),
            # A page of threads in order, and the answers to each: see replies.showing.
            models.Index(fields=["letter", "to", "at", "id"]),
            models.Index(fields=["to", "standing", "at", "id"]),
        ]

    @property
    def is_by_campaign(self) -> bool:
        """An organizer answered in its name. Whoever else writes leaves an address."""
        return bool(self.text) and not self.email


class Report(models.Model):
    """A reader asks the organizers to look at a reply again."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "reply": ("clear", "erased"),
        "reason": ("clear", "erased"),
        "text": ("clear", "erased"),
        "on": ("clear", "erased"),
        "decision": ("clear", "erased"),
    }

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="reports")
    reason = models.CharField(max_length=16)
    text = models.TextField(max_length=LONGEST_REPORT)
    on = models.DateField()
    # What came of it; null while nobody looked again.
    decision = models.ForeignKey("Decision", on_delete=models.SET_NULL, null=True, related_name="reports")


class Rule(models.Model):
    """How a letter takes replies; without one they wait for an organizer."""

    class Way(models.TextChoices):
        OPEN = "open"
        MODERATED = "moderated"
        CLOSED = "closed"

    CLASSIFIED = {"letter": ("clear", "kept"), "way": ("clear", "kept")}

    letter = models.OneToOneField(
        Letter, on_delete=models.CASCADE, primary_key=True, related_name="reply_rule"
    )
    way = models.CharField(max_length=9, choices=Way)


class Decision(models.Model):
    """What an organizer did with a reply, so that it can be undone and another organizer understands it."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "reply": ("clear", "erased"),
        "number": ("clear", "erased"),
        "before": ("clear", "erased"),
        "after": ("clear", "erased"),
        "reason": ("clear", "erased"),
        "together": ("clear", "erased"),
        "by": ("clear", "erased"),
        "on": ("clear", "erased"),
    }

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()  # the reply's `changes` afterwards
    before = models.CharField(max_length=8, choices=Reply.Standing)
    after = models.CharField(max_length=8, choices=Reply.Standing)
    reason = models.CharField(max_length=16, blank=True)  # a word of replies.reasons
    together = models.UUIDField(default=uuid.uuid4)  # the same for all that one click decided
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reply", "number"], name="decision_one_at_a_time")]
