"""Photographs and screenshots: decoded to pixels and encoded anew, so that nothing but pixels is left."""

import io

from PIL import BmpImagePlugin, GifImagePlugin, Image, ImageOps, JpegImagePlugin, PngImagePlugin

from offramp.files import limits, outlines
from offramp.files.confined import photographs
from offramp.files.confined.crops import Crop
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import Made, View
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, TooMuchInside
from offramp.files.removals import Trace

# By class and start of the bytes: asking Pillow to guess would wake parsers that nobody here needs.
_READERS: dict[bytes, type[Image.Image]] = {
    outlines.PNG_START: PngImagePlugin.PngImageFile,
    b"\xff\xd8\xff": JpegImagePlugin.JpegImageFile,
    b"GIF8": GifImagePlugin.GifImageFile,
    b"BM": BmpImagePlugin.BmpImageFile,
}
_QUALITY = 90
_QUALITY_OF_A_VIEW = 80
_MODES = {Kind.JPEG: ("L", "RGB"), Kind.PNG: ("1", "L", "P", "RGB", "RGBA")}


class NoPicture(Exception):
    """The bytes start like no picture we read."""


def clean(content: bytes, found: Findings) -> Made:
    """Encode a picture anew. Raises TooMuchInside; what cannot be decoded ends the child."""
    kind, pixels = decoded(content, found)
    view = View()
    view.add("", as_view(pixels))
    return Made(kind, encoded(pixels, kind), view)


def decoded(content: bytes, found: Findings, crop: Crop | None = None) -> tuple[Kind, Image.Image]:
    """Return what is seen of a picture, and what it is best encoded as; one by itself is turned upright.

    A document crops a picture and lays it out as it is stored, whichever way up the camera says it was held.
    Raises NoPicture, TooMuchInside, Broken.
    """
    reader = next((reader for start, reader in _READERS.items() if content.startswith(start)), None)
    if reader is None:
        raise NoPicture
    kind = Kind.JPEG if reader is JpegImagePlugin.JpegImageFile else Kind.PNG
    picture = reader(io.BytesIO(content))  # type: ignore[call-arg]
    # A size is only a claim yet; nothing was decoded.
    if picture.width * picture.height > limits.MOST_PIXELS:
        raise TooMuchInside
    if not picture.width * picture.height:
        raise Broken
    photographs.report(picture, found)
    _report_trailing(content, kind, found)
    picture.load()
    if crop is None:
        return kind, _plain(ImageOps.exif_transpose(picture), kind, found)
    if crop:
        found.add(Trace.CROPPED)
        return kind, _plain(picture.crop(crop.box(picture.size, _dots_per_inch(picture))), kind, found)
    return kind, _plain(picture, kind, found)


def _dots_per_inch(picture: Image.Image) -> tuple[float, float] | None:
    """Return how fine a picture says it is, where office programs read it: they pass over EXIF."""
    if isinstance(picture, PngImagePlugin.PngImageFile):
        return picture.info.get("dpi")
    to_an_inch = {1: 1.0, 2: 2.54}.get(picture.info.get("jfif_unit", 0))
    if not to_an_inch:
        return None
    across, down = picture.info["jfif_density"]
    return across * to_an_inch, down * to_an_inch


def encoded(pixels: Image.Image, kind: Kind) -> bytes:
    """Return pixels as a file with nothing else in it."""
    if kind is Kind.JPEG:
        return _saved(pixels, "JPEG", quality=_QUALITY)
    return _saved(pixels, "PNG", compress_level=6)


def as_view(pixels: Image.Image) -> bytes:
    """Return pixels as a JPEG no larger than a screen, on white where they were transparent."""
    small = pixels if pixels.mode in ("L", "RGB", "RGBA") else pixels.convert("RGB")
    if (longest := max(small.size)) > limits.LONGEST_SIDE:
        width, height = (max(1, side * limits.LONGEST_SIDE // longest) for side in small.size)
        small = small.resize((width, height), Image.Resampling.BILINEAR, reducing_gap=1.1)
    if small.mode == "RGBA":
        white = Image.new("RGB", small.size, "white")
        white.paste(small, mask=small.getchannel("A"))
        small = white
    return _saved(small, "JPEG", quality=_QUALITY_OF_A_VIEW)


def _plain(picture: Image.Image, kind: Kind, found: Findings) -> Image.Image:
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256, "L")
    if "transparency" in picture.info or picture.mode in ("LA", "PA"):
        picture = picture.convert("RGBA")
    elif picture.mode not in _MODES[kind]:
        picture = picture.convert("RGB")
    if picture.mode == "RGBA":
        _blank(picture, found)
    # What is left here, a profile or a comment, would be written again.
    picture.info = {}
    return picture


def _blank(picture: Image.Image, found: Findings) -> None:
    """Whoever erases a part of a picture often makes it transparent only: what was there is still in it."""
    erased = picture.getchannel("A").point(lambda value: 255 * (value == 0))
    # One color below all of it is how a program paints nothing.
    if any(sum(map(bool, picture.getchannel(color).histogram(erased))) > 1 for color in "RGB"):
        found.add(Trace.ERASED)
    picture.paste((255, 255, 255, 0), mask=erased)


def _saved(pixels: Image.Image, name: str, **how: int) -> bytes:
    file = io.BytesIO()
    pixels.save(file, name, **how)
    return file.getvalue()


def _report_trailing(content: bytes, kind: Kind, found: Findings) -> None:
    if kind is Kind.JPEG:
        trailing = len(content) - outlines.jpeg_end(content)
    else:
        trailing = len(content.rpartition(b"IEND")[2]) - 4 if b"IEND" in content else 0
    if trailing > 0:
        found.add(Trace.TRAILING, f"{trailing} bytes")
