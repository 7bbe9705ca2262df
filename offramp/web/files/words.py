"""What is said of files: their kinds, what was removed from them, and why one was not taken."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.files import refusals
from offramp.files.kinds import Kind
from offramp.files.removals import Removal, Trace
from offramp.web.uploads import Room

KINDS: dict[str, Promise | str] = {
    Kind.PDF.value: "PDF",
    Kind.DOCX.value: _("Word document"),
    Kind.ODT.value: _("OpenDocument text"),
    Kind.TEXT.value: _("Plain text"),
    Kind.PNG.value: _("PNG picture"),
    Kind.JPEG.value: _("JPG picture"),
}

TRACES = {
    Trace.AUTHOR: _("the author"),
    Trace.LAST_EDITOR: _("who changed it last"),
    Trace.COMPANY: _("the company"),
    Trace.TITLE: _("a hidden title, subject or keywords"),
    Trace.DATES: _("dates and times"),
    Trace.PROGRAM: _("the program it was made with"),
    Trace.TEMPLATE: _("where its template lies"),
    Trace.EDITING: _("how long and how often it was edited"),
    Trace.CUSTOM: _("properties that a program added"),
    Trace.REVISION_IDS: _("numbers that link it to other copies"),
    Trace.DOCUMENT_IDS: _("numbers that tell where it comes from"),
    Trace.CHANGES: _("tracked changes: taken over, and what was struck out is gone"),
    Trace.COMMENTS: _("comments"),
    Trace.PLACE: _("the place where it was taken (GPS)"),
    Trace.CAMERA: _("the camera or phone"),
    Trace.CAPTION: _("a hidden caption"),
    Trace.THUMBNAIL: _("a small preview picture"),
    Trace.XMP: _("a hidden description (XMP)"),
    Trace.PROFILE: _("a color profile"),
    Trace.EMBEDDED: _("files inside the file"),
    Trace.SCRIPTS: _("scripts"),
    Trace.ACTIONS: _("things it would do by itself"),
    Trace.MACROS: _("macros"),
    Trace.FORM: _("a form to fill in: its answers are plain text now"),
    Trace.SIGNATURE: _("a digital signature"),
    Trace.LINKS: _("links"),
    Trace.EXTERNAL: _("parts it would fetch from elsewhere"),
    Trace.HIDDEN: _("a hiding place: what was hidden is visible now, so look before you share it"),
    Trace.REDACTION: _("marks for blacking words out that was never done: the words below are visible now"),
    Trace.UNSEEN: _(
        "words or parts of a picture that nobody sees, covered, white or beside the page: they are still in "
        "the file"
    ),
    Trace.EARLIER: _("earlier versions of itself"),
    Trace.TRAILING: _("bytes after its end"),
    Trace.STRUCTURE: _("bookmarks and tags"),
    Trace.FONTS: _("fonts"),
    Trace.OBJECTS: _("objects of other programs"),
    Trace.FIELDS: _("fields that fill themselves in: they are the text now that they showed"),
    Trace.INVISIBLE: _("invisible characters"),
    Trace.FILE_NAMES: _("names of files on your device"),
    Trace.NAMES: _("names that styles, places and tables had"),
    Trace.CROPPED: _("what pictures did not show: it was only cropped, and is cut off now"),
    Trace.ERASED: _("what lay under transparent parts of pictures"),
    Trace.FRAMES: _("further pictures"),
    Trace.DAMAGE: _("damaged parts: mended, so look whether all pages are there"),
}

REFUSED: dict[type[refusals.NotTaken], Promise] = {
    refusals.Empty: _("This file is empty. Please look whether it is the right one."),
    refusals.TooLarge: _(
        "This file is larger than 10 MB. Save it with smaller pictures or in parts, and choose that."
    ),
    refusals.NotRecognised: _(
        "We cannot take this kind of file. Save it as a PDF, a Word (.docx) or OpenDocument text (.odt), "
        "a plain text, or a PNG or JPG picture, and choose that. An old .doc can be saved as .docx."
    ),
    refusals.Encrypted: _(
        "This file opens with a password only, so we cannot look for what it tells about you. "
        "Save a copy without a password, and choose that."
    ),
    refusals.TooManyPages: _("This file has more than 200 pages. Please send the part that matters."),
    refusals.TooMuchInside: _(
        "There is more inside this file than we can look through. "
        "Save it with fewer or smaller pictures, or as a PDF, and choose that."
    ),
    refusals.Broken: _(
        "This file is damaged, or not what its name says, so nobody can tell what is in it. "
        "Open it, save it under a new name, and choose that."
    ),
    refusals.TookTooLong: _(
        "It took too long to look through this file. Save it with fewer pages or pictures, and choose that."
    ),
    refusals.NotConfined: _(
        "We cannot open files safely just now, so we take none. "
        "Please write what matters as text, and try the file another day."
    ),
}
CHOOSE_AGAIN = _("The file did not stay here. Please choose it again.")
TURNED_AWAY: dict[Room, Promise] = {
    Room.OTHERS: _("Several files are being looked through just now. Please choose yours again in a minute."),
    Room.YOURS: _(
        "Another file of yours is still on its way. When it is there, please choose this one again."
    ),
    Room.TOO_SLOW: _(
        "Your line is slow just now, so the file could not come through. Please choose it again later, "
        "or save it with smaller pictures and choose that."
    ),
}
TOO_MANY_SENT = _("Those were many files in a short time. Please choose this one again in a few minutes.")
THREAD_IS_FULL = _(
    "This conversation holds as many files as it can. Put this one on a desk and share it there, "
    "or write what matters as text."
)
NOBODY_OPENS = _(
    "A file can be sent to an adviser only, and just now you have none. "
    "Your text is still here. The file can lie on your desk until then."
)


@dataclass(frozen=True)
class Removed:
    """One thing that was taken out, and what it said, for its owner's eyes alone."""

    what: Promise
    found: tuple[str, ...] = field(repr=False, default=())


def removed(removals: Iterable[Removal]) -> list[Removed]:
    """What a file told about its owner, each thing once, what names people first."""
    found: dict[Trace, dict[str, None]] = {}
    for removal in removals:
        words = found.setdefault(removal.trace, {})
        words |= {removal.found: None} if removal.found else {}
    return [Removed(TRACES[trace], tuple(found[trace])) for trace in TRACES if trace in found]


def removed_before(traces: Iterable[str]) -> list[Removed]:
    return removed(Removal(Trace(trace), "", 1) for trace in traces)
