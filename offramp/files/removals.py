"""What was taken out of a file, as facts that its owner is shown."""

from dataclasses import dataclass
from enum import Enum


class Trace(Enum):
    """The closed vocabulary of what files tell about people."""

    AUTHOR = "author"
    LAST_EDITOR = "last editor"
    COMPANY = "company"
    TITLE = "title, subject, keywords"
    DATES = "dates"
    PROGRAM = "program"
    TEMPLATE = "template"
    EDITING = "editing time and revision"
    CUSTOM = "custom properties"
    REVISION_IDS = "revision ids"
    DOCUMENT_IDS = "document ids"
    CHANGES = "tracked changes"
    COMMENTS = "comments"
    PLACE = "place"
    CAMERA = "camera"
    CAPTION = "caption"
    THUMBNAIL = "thumbnail"
    XMP = "XMP"
    PROFILE = "color profile"
    EMBEDDED = "embedded files"
    SCRIPTS = "scripts"
    ACTIONS = "actions"
    MACROS = "macros"
    FORM = "form"
    SIGNATURE = "signature"
    LINKS = "links"
    EXTERNAL = "fetched from elsewhere"
    HIDDEN = "hidden content"
    EARLIER = "earlier versions"
    REDACTION = "marked for blacking out"
    UNSEEN = "words that cannot be seen"
    TRAILING = "bytes after the end"
    STRUCTURE = "bookmarks and tags"
    FONTS = "embedded fonts"
    OBJECTS = "objects"
    FIELDS = "fields"
    INVISIBLE = "invisible characters"
    FILE_NAMES = "file names"
    NAMES = "names inside the document"
    CROPPED = "cropped away"
    ERASED = "under transparent parts"
    FRAMES = "further pictures"
    DAMAGE = "damage"


@dataclass(frozen=True)
class Removal:
    """One fact: which trace, what it said as far as its owner may be shown it, and how often it was there."""

    trace: Trace
    found: str
    times: int
