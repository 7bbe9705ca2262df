"""A file on a desk, one a document: cleaned before it comes here, and read as pages first.

Its document's title, sharing, comments and deletion are the file's own: a second file is a second document.
"""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from offramp.documents import amounts, editing, kinds, versions
from offramp.documents.deeds import Act, What
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, File
from offramp.documents.places import new_id
from offramp.documents.versions import Opened
from offramp.people import filing
from offramp.people.keyholders import Keyholder
from offramp.people.models.sealed_file import Cleaned, Filed, NoSuchFile

KIND = "file"
# As the parts are shown; kept since the first release, and the same for all.
PICTURES = "image/jpeg"


@transaction.atomic
def begin(*, by: Keyholder, cleaned: Cleaned, title: str, on: date, draft: UUID | None = None) -> Document:
    """A new document with its file. The same file under the same draft, sent twice, begins one.

    Raises NotYours, also for the draft of something else; TooMuch, a kind of Refused.
    """
    filed = Filed.of(cleaned)
    item = filed.pack() | {"id": new_id(), "file": filed.file_id.hex, "picture_media": PICTURES}
    content = {"title": title, "files": [item]}
    document = editing.begin(by=by, kind=KIND, content=content, on=on, act=Act(What.FILED), draft=draft)
    newest = versions.read(by=by, document=document)
    if newest.kind != kinds.of(KIND):
        raise NotYours
    known = listed(newest)
    if [one.file_id for one in known] == [filed.file_id]:
        amounts.check_file(document.desk, cleaned)
        document.files.create(pk=filed.file_id).keep(cleaned, key=filed.key)
    elif not any(read_body(document=document, filed=one) == cleaned.body for one in known):
        return begin(by=by, cleaned=cleaned, title=title, on=on)  # gone back to, with another file
    return document


def listed(opened: Opened) -> list[Filed]:
    """The files that a version shows, in their order, each called as the document is.

    The name that one came with is not kept; where it stands in an old version, nobody is told it.
    """
    filed = [Filed.unpack(item, file_id=item["file"]) for item in opened.content.get("files", [])]
    called = opened.title.strip() or KIND
    return [replace(one, name=filing.named(called, one.media)) for one in filed]


def find(*, by: Keyholder, document: Document, file_id: UUID) -> Filed:
    """Raises NotYours, NoSuchFile."""
    filed = listed(versions.read(by=by, document=document))
    found = next((one for one in filed if one.file_id == file_id), None)
    if found is None:
        raise NoSuchFile
    return found


def read_body(*, document: Document, filed: Filed) -> bytes:
    """The file itself. Raises NoSuchFile."""
    return _row(document, filed).read_body(filed)


def read_view(*, document: Document, filed: Filed) -> list[Any]:
    """What is shown of it, page by page, as it was given. Raises NoSuchFile."""
    return _row(document, filed).read_view(filed)


def read_picture(*, document: Document, filed: Filed, page: int) -> bytes:
    """A page as it looks, counted from 1. Raises NoSuchFile."""
    return _row(document, filed).read_picture(filed, page=page)


def _row(document: Document, filed: Filed) -> File:
    row = document.files.filter(pk=filed.file_id).first()
    if row is None:
        raise NoSuchFile
    return row
