"""Where the daily mail goes."""

from django.db import models

from offramp.people.models import Member


class Address(models.Model):
    """A staff member's e-mail address; readable by the mail run, and the pages say so."""

    LEAVES_NO_TRACE = True
    CLASSIFIED = {
        "member": ("clear", "erased"),
        "email": ("clear", "erased"),
        "language": ("clear", "erased"),
    }

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True)
    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=12)
