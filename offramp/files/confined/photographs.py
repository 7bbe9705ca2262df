"""What a photograph tells beside its pixels: where, when, with what and by whom it was taken."""

from PIL import Image
from PIL.ExifTags import IFD
from PIL.ExifTags import Base as Tag

from offramp.files.confined.findings import Findings
from offramp.files.removals import Trace

_TAGS = {
    Trace.CAMERA: (Tag.Make, Tag.Model, Tag.LensModel, Tag.BodySerialNumber),
    Trace.AUTHOR: (Tag.Artist, Tag.XPAuthor, Tag.CameraOwnerName, Tag.Copyright),
    Trace.DATES: (Tag.DateTime, Tag.DateTimeOriginal),
    Trace.PROGRAM: (Tag.Software, Tag.HostComputer),
    Trace.CAPTION: (Tag.ImageDescription, Tag.UserComment, Tag.XPComment),
}
# As Pillow names what it reads from segments and chunks.
_NAMED = {
    "xmp": Trace.XMP,
    "XML:com.adobe.xmp": Trace.XMP,
    "photoshop": Trace.CAPTION,
    "icc_profile": Trace.PROFILE,
    "mp": Trace.FRAMES,
}
_WORDS = {
    "comment": Trace.CAPTION,
    "Author": Trace.AUTHOR,
    "Software": Trace.PROGRAM,
    "Creation Time": Trace.DATES,
}


def report(picture: Image.Image, found: Findings) -> None:
    """Note what is in a picture that was opened and not yet decoded."""
    exif = picture.getexif()
    details = {**exif, **exif.get_ifd(IFD.Exif)}
    for trace, tags in _TAGS.items():
        for tag in tags:
            if tag in details:
                found.add(trace, _words(details[tag]))
    if place := exif.get_ifd(IFD.GPSInfo):
        found.add(Trace.PLACE, _place(place))
    if exif.get_ifd(IFD.IFD1):
        found.add(Trace.THUMBNAIL)
    if getattr(picture, "n_frames", 1) > 1:
        found.add(Trace.FRAMES)
    _report_named(picture, found)


def _report_named(picture: Image.Image, found: Findings) -> None:
    for name, value in picture.info.items():
        if name in _NAMED:
            found.add(_NAMED[name])
        elif name in _WORDS or (isinstance(value, str) and isinstance(name, str)):
            found.add(_WORDS.get(name, Trace.CAPTION), _words(value))


def _words(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    # Windows writes its own tags in UTF-16; a comment names its encoding in its first eight bytes.
    if value[1:2] == b"\0":
        return value.decode("utf-16-le", "replace")
    return value.removeprefix(b"ASCII\0\0\0").decode("utf-8", "replace")


def _place(place: dict[int, object]) -> str:
    try:
        return f"{_degrees(place, 1, 'S'):.5f}, {_degrees(place, 3, 'W'):.5f}"
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""


def _degrees(place: dict[int, object], at: int, negative: str) -> float:
    degrees, minutes, seconds = (float(part) for part in place[at + 1])  # type: ignore[attr-defined]
    return (degrees + minutes / 60 + seconds / 3600) * (-1 if place[at] == negative else 1)
