"""An adviser's question to the front desk, about nobody by name."""

import uuid

from django.db import models

from offramp.people.models import Member
from offramp.threads.models import Thread


class QuestionQuerySet(models.QuerySet["Question"]):
    def for_member(self, member: Member) -> "QuestionQuerySet":
        if member.is_organizer:
            return self.all()
        return self.filter(adviser=member)


class Question(models.Model):
    """Belongs to no case: a key of its own, and gone thirty days after the answer."""

    CLASSIFIED = {
        "number": ("clear", "erased"),
        "uuid": ("clear", "erased"),
        "adviser": ("clear", "erased"),
        "thread": ("clear", "erased"),
        "erased_on": ("clear", "erased"),
    }

    number = models.BigAutoField(primary_key=True)
    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    adviser = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="questions")
    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="question")
    erased_on = models.DateField(null=True)  # set by an answer

    objects = QuestionQuerySet.as_manager()

    @property
    def is_answered(self) -> bool:
        return self.erased_on is not None
