"""All files of a seeker, from their desk and their conversation, as they are taken along."""

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from django.urls import reverse
from django.utils.functional import Promise

from offramp.documents import files, versions
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document
from offramp.people.keyholders import Keyholder
from offramp.people.models.sealed_file import Filed, NoSuchFile
from offramp.threads import attachments
from offramp.threads.actions import Said
from offramp.web.files import words
from offramp.web.files.safe_view import neutral_name

# One file to take along is made in memory, several times as large; beyond this each is saved by itself.
LARGEST_TOGETHER = 20_000_000


@dataclass(frozen=True)
class Taken:
    """One file; `apart` where it is too large to be taken along with the others."""

    told: Filed = field(repr=False)
    number: int
    copy_url: str
    apart: bool
    read: Callable[[], bytes] = field(repr=False)

    @property
    def kind(self) -> Promise | str:
        return words.KINDS[self.told.media]

    @property
    def file_name(self) -> str:
        return neutral_name(self.told.media, self.number)

    @property
    def link(self) -> str:
        """The file itself, in its address. Empty when it was deleted in this very moment."""
        with suppress(NoSuchFile):
            return f"data:{self.told.media};base64,{b64encode(self.read()).decode()}"
        return ""


def all_of(owner: Keyholder, said: Sequence[Said]) -> list[Taken]:
    """Those on the desk first, each in the order in which they came."""
    taken, together = [], 0
    found = [*_on_desk(owner), *_in_conversation(said)]
    for number, (told, copy_url, read) in enumerate(found, 1):
        apart = together + told.size > LARGEST_TOGETHER
        together += 0 if apart else told.size
        taken.append(Taken(told, number, copy_url, apart, read))
    return taken


def _on_desk(owner: Keyholder) -> Iterator[tuple[Filed, str, Callable[[], bytes]]]:
    for document in Document.objects.for_owner(owner.member).order_by("number"):
        with suppress(NotYours):
            for filed in files.listed(versions.read(by=owner, document=document)):
                at = {"uuid": document.pk, "file": filed.file_id}
                read = partial(files.read_body, document=document, filed=filed)
                yield filed, reverse("desk-file-copy", kwargs=at), read


def _in_conversation(said: Sequence[Said]) -> Iterator[tuple[Filed, str, Callable[[], bytes]]]:
    for message in said:
        for attached in message.files:
            at = {"file": attached.file_id}
            read = partial(attachments.read_body, attached)
            yield attached, reverse("place-attachment-copy", kwargs=at), read
