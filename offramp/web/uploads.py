"""Files that are sent: taken where a page takes them, kept in memory alone, refused everywhere else."""

from collections.abc import Callable
from enum import Enum
from io import BytesIO
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from offramp.web.context import in_language
from offramp.web.headers import is_marked, sends_files

Page = TypeVar("Page", bound=Callable[..., Any])

MARK = "takes_files"
_LONG = "takes_long"
# Where the server says whether there was room for a file; a test's client, which has no server, says nothing.
ROOM = "offramp.room"
_TURNED_AWAY, _CUT_OFF = "offramp.turned-away", "offramp.cut-off"


class Room(Enum):
    """Whether there was room for a file on its way in, or why there was none."""

    GIVEN = "given"
    OTHERS = "others"  # too many files of other people
    YOURS = "yours"  # another one of the same visit
    TOO_SLOW = "too slow"


class FileRefused(SuspiciousOperation):
    """Somebody sent a file where only text is taken."""


def takes_files(page: Page) -> Page:
    """Mark a page whose form may bring a file."""
    vars(page)[MARK] = True
    return sends_files(page)  # the form comes back where something in it was wrong


def takes_long(page: Page) -> Page:
    """Mark a page whose form is answered slowly though it brings no file: what it does takes its time."""
    vars(page)[_LONG] = True
    return page


def are_taken_at(path: str) -> bool:
    """Whether an address belongs to such a page; asked before the page is."""
    return _is_marked_at(path, MARK)


def take_long_at(path: str) -> bool:
    """Whether a form sent there keeps its thread waiting."""
    return _is_marked_at(path, _LONG)


def _is_marked_at(path: str, mark: str) -> bool:
    try:
        found = resolve(in_language(settings.LANGUAGE_CODE, path))
    except Resolver404:
        return False
    return getattr(found.func, mark, False)


def why_turned_away(request: HttpRequest) -> Room | None:
    """Why a file that was sent could not come in, if it was so."""
    return request.META.get(_TURNED_AWAY)


def was_cut_off(request: HttpRequest) -> bool:
    """Whether a file came that was so large that its end was not taken."""
    return _CUT_OFF in request.META


def brought(request: HttpRequest) -> bool:
    """Whether a file came along, which no page can give back."""
    return bool(request.FILES) or _TURNED_AWAY in request.META or was_cut_off(request)


class KeepInMemory(FileUploadHandler):
    """Stands where Django's own would write a large file to the disk, in the clear."""

    request: HttpRequest

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if not is_marked(self.request, MARK):
            raise FileRefused("A file was sent.")
        room = self.request.META.get(ROOM, Room.GIVEN)
        if room is not Room.GIVEN:
            self.request.META[_TURNED_AWAY] = room
            raise SkipFile
        self.content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        self.content.write(raw_data)

    def upload_interrupted(self) -> None:
        """Django would go on as if no file had been sent."""
        self.request.META[_CUT_OFF] = True

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.content.seek(0)
        return InMemoryUploadedFile(
            file=self.content,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )
