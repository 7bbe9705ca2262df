"""How much one desk holds: more than a person needs who works on it every day until they leave.

Whoever meets these fills disks. They are told what to do, and nothing they wrote is lost. All are counted
under the desk's lock, and no action promises that there is room.
"""

from offramp.documents.models import Comment, Desk, Document, File, Part, Suggestion, Version
from offramp.people.models.sealed_file import Cleaned

# A page of each kind for every job somebody applies to, in two languages.
MOST_DOCUMENTS = 200
# Saved a hundred times a day, for a month. Older ones are not thinned out: a copy hangs on its version.
MOST_VERSIONS = 3_000
MOST_WRITTEN = 100_000_000  # bytes of all versions on a desk
FEW = 200  # versions on a desk: so many are not worth counting their bytes
# Scans of all certificates; or ten of the largest photographs.
MOST_FILES, MOST_FILED = 50, 100_000_000
# Of one document, answered ones too: fifty a day, for a month.
MOST_SUGGESTIONS = 1_500
MOST_COMMENTS = 1_500


class TooMuch(Exception):
    """There is no more room; what stands there already stays as it is."""


class TooManyDocuments(TooMuch):
    """On the desk: one has to be deleted first."""


class TooManyVersions(TooMuch):
    """Of the document: it has to go on in another one."""


class TooMuchWritten(TooMuch):
    """All versions on the desk together: a document has to be deleted first."""


class TooManyFiles(TooMuch):
    """In number or size, on the desk: one has to be deleted first."""


class TooMuchSaid(TooMuch):
    """Suggestions or comments on the document: it has to go on in another one."""


def check_document(desk: Desk) -> None:
    """With the one that was begun. Raises TooManyDocuments."""
    if Document.objects.filter(desk=desk).count() > MOST_DOCUMENTS:
        raise TooManyDocuments


def check_version(document: Document, sealed: bytes) -> None:
    """Raises TooManyVersions, TooMuchWritten."""
    if document.versions.count() >= MOST_VERSIONS:
        raise TooManyVersions
    versions = Version.objects.filter(document__desk=document.desk_id)
    if versions.count() >= FEW and versions.total_bytes() + len(sealed) > MOST_WRITTEN:
        raise TooMuchWritten


def check_file(desk: Desk, cleaned: Cleaned) -> None:
    """Raises TooManyFiles."""
    files, parts = File.objects.filter(document__desk=desk), Part.objects.filter(file__document__desk=desk)
    if files.count() >= MOST_FILES or parts.total_bytes() + cleaned.size > MOST_FILED:
        raise TooManyFiles


def check_suggestion(document: Document) -> None:
    """Raises TooMuchSaid."""
    if Suggestion.objects.filter(document=document).count() >= MOST_SUGGESTIONS:
        raise TooMuchSaid


def check_comment(document: Document) -> None:
    """Raises TooMuchSaid."""
    if Comment.objects.filter(document=document).count() >= MOST_COMMENTS:
        raise TooMuchSaid
