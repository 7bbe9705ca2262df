"""What a reader proposes, and what both say about a place."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.documents.models.desk import Document
from offramp.documents.models.epoch import Epoch
from offramp.people.models import Member


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def for_owner(self, member: Member) -> "SuggestionQuerySet":
        return self.filter(document__desk=member.pk).select_related("document", "epoch")

    def for_reader(self, member: Member) -> "SuggestionQuerySet":
        return self.filter(document__share__with_member=member).select_related("document", "epoch")

    def waiting(self) -> "SuggestionQuerySet":
        return self.filter(outcome="")


class Suggestion(models.Model):
    """A change that the reader proposes; place, words, reason and author are sealed."""

    KIND = "suggestion"
    ANSWER_KIND = "suggestion-answer"

    class Outcome(models.TextChoices):
        WAITING = "", "waiting"
        ACCEPTED = "accepted"
        EDITED = "edited"  # accepted in the seeker's own words
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "document": ("clear", "erased"),
        "epoch": ("clear", "erased"),
        "number": ("clear", "erased"),
        "outcome": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
        "sealed_answer": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="suggestions")
    epoch = models.ForeignKey(Epoch, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.WAITING, blank=True)
    sealed = models.BinaryField()
    sealed_answer = models.BinaryField(null=True)  # why it was declined

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="suggestion_number_once_a_document")
        ]


class CommentQuerySet(models.QuerySet["Comment"]):
    def for_member(self, member: Member) -> "CommentQuerySet":
        theirs = Q(document__desk=member.pk) | Q(document__share__with_member=member)
        return self.filter(theirs, under=None).select_related("document", "epoch")


class Comment(models.Model):
    """A word on a place, or an answer under one."""

    KIND = "comment"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "document": ("clear", "erased"),
        "epoch": ("clear", "erased"),
        "number": ("clear", "erased"),
        "under": ("clear", "erased"),
        "is_by_owner": ("clear", "erased"),
        "is_resolved": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="comments")
    epoch = models.ForeignKey(Epoch, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    under = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="answers")
    is_by_owner = models.BooleanField()  # whose turn it is, told without opening anything
    is_resolved = models.BooleanField(default=False)
    sealed = models.BinaryField()

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="comment_number_once_a_document")
        ]
