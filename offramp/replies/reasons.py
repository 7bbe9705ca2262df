"""Why a reply was refused; the words for people stand with the pages."""

from django.db import models


class Reason(models.TextChoices):
    SPAM = "spam"
    THREAT = "threat"
    DOXXING = "doxxing"
    PERSONAL = "personal"
    OFF_TOPIC = "off topic"
    OTHER = "other"


# Not a reason to refuse: this decision took the one before it back.
UNDONE = "undone"
