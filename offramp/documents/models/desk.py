"""Whose a document is, and whom it is shared with."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.people.models import Member


class Desk(models.Model):
    """A seeker's. Its row is the lock for everything on it, and whoever has none writes no version."""

    CLASSIFIED = {"owner": ("clear", "erased")}

    owner = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True, related_name="desk")


class DocumentQuerySet(models.QuerySet["Document"]):
    def for_owner(self, member: Member) -> "DocumentQuerySet":
        return self.filter(desk=member.pk).select_related("share__with_member")

    def for_reader(self, member: Member) -> "DocumentQuerySet":
        """What is shared with this member now."""
        return self.filter(share__with_member=member).select_related("share__with_member")

    def for_member(self, member: Member) -> "DocumentQuerySet":
        theirs = Q(desk=member.pk) | Q(share__with_member=member)
        return self.filter(theirs).select_related("share__with_member")


class Document(models.Model):
    """What it is and what it is called is sealed; here stands that there is one, and its newest version."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "desk": ("clear", "erased"),
        "number": ("clear", "erased"),
        "newest": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    desk = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="documents")
    number = models.PositiveIntegerField()  # the order in which they were begun, without a day
    newest = models.PositiveIntegerField(default=0)  # the number of its newest version

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["desk", "number"], name="document_number_once_a_desk")]

    def is_owned_by(self, member: Member) -> bool:
        return bool(self.desk_id == member.pk)

    @property
    def reader(self) -> Member | None:
        """Whom it is shared with now."""
        return self.share.with_member if hasattr(self, "share") else None


class Share(models.Model):
    """One reader besides the owner, from the version it was shared at."""

    CLASSIFIED = {
        "document": ("clear", "erased"),
        "with_member": ("clear", "erased"),
        "reviewed": ("clear", "erased"),
    }

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, primary_key=True, related_name="share"
    )
    with_member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="shares")
    reviewed = models.PositiveIntegerField(default=0)  # the newest version the reader said they went through
