"""What a picture of a PDF holds below the parts that its own mask hides: it goes, or its owner is told."""

import io

from pikepdf import Name, Object, Stream
from PIL import Image, ImageChops, ImageFilter, JpegImagePlugin

from offramp.files import limits
from offramp.files.confined import pdf_colors, pdf_pictures
from offramp.files.confined.findings import Findings
from offramp.files.confined.pdf_values import numbers
from offramp.files.removals import Trace

_MODES = {(1, 1): "1", (8, 1): "L", (8, 3): "RGB", (8, 4): "CMYK"}
_QUALITY = 90
# What a photograph's own grain differs by, of 255.
_GRAIN = {True: 24, False: 0}


def blank(picture: Object, found: Findings) -> None:
    """Fill what nobody sees with the color of what is seen; tell of it where the pixels cannot be read."""
    mask = picture.get(Name.SMask, picture.get(Name.Mask))
    if not isinstance(mask, Stream):
        found.add(Trace.UNSEEN, times=int(bool(picture.get(Name.SMaskInData))))
        return
    hidden, pixels = _hidden(mask), _pixels(picture)
    if hidden and not hidden.getbbox():
        return
    if hidden is None or pixels is None:
        found.add(Trace.UNSEEN)
        return
    hidden = _fitting(hidden, pixels.size)
    is_pressed = _filter(picture) == "/DCTDecode"
    if _is_plain(pixels, hidden, _GRAIN[is_pressed]):
        return
    found.add(Trace.ERASED)
    pixels.paste(_seen_most(pixels, ImageChops.invert(hidden)), mask=hidden)
    _write(picture, pixels, is_pressed=is_pressed)


def _hidden(mask: Object) -> Image.Image | None:
    """Return white where a mask lets nothing through; None where it cannot be read."""
    pixels = _pixels(mask)
    if pixels is None or pixels.mode not in ("1", "L"):
        return None
    decode = numbers(mask.get(Name.Decode))
    is_turned = len(decode) > 1 and decode[0] > decode[1]
    # A stencil hides where it says 1, a soft mask where it says 0.
    closed = 255 if bool(mask.get(Name.ImageMask)) != is_turned else 0
    return pixels.convert("L").point(lambda value: 255 * (value == closed))


def _pixels(picture: Object) -> Image.Image | None:
    size = int(picture.get(Name.Width, 0)), int(picture.get(Name.Height, 0))
    if min(size) < 1 or size[0] * size[1] > limits.MOST_PIXELS:
        return None
    if (name := _filter(picture)) == "/DCTDecode":
        return _photograph(picture.read_raw_bytes(), size)
    is_mask = bool(picture.get(Name.ImageMask))
    inks = 1 if is_mask else pdf_colors.inks(picture.get(Name.ColorSpace))
    mode = _MODES.get((1 if is_mask else int(picture.get(Name.BitsPerComponent, 0)), inks or 0))
    if mode is None or name in pdf_pictures.BARE:
        return None
    try:
        return Image.frombytes(mode, size, picture.read_bytes())
    except ValueError:  # fewer bytes than dots
        return None


def _photograph(content: bytes, size: tuple[int, int]) -> Image.Image | None:
    try:
        photograph = JpegImagePlugin.JpegImageFile(io.BytesIO(content))
        if photograph.mode not in ("L", "RGB") or photograph.size != size:
            return None
        photograph.load()
    except (OSError, SyntaxError):  # cut off, as readers still show it
        return None
    return photograph


def _filter(picture: Object) -> str:
    named = picture.get(Name.Filter)
    return str(named) if isinstance(named, Name) else ""


def _fitting(hidden: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a mask in the size of a picture: what is wholly hidden, a dot away from what is seen."""
    if hidden.size == size:
        return hidden
    fitting = hidden.resize(size, Image.Resampling.BOX).point(lambda value: 255 * (value == 255))
    return fitting.filter(ImageFilter.MinFilter(3))


def _is_plain(pixels: Image.Image, hidden: Image.Image, grain: int) -> bool:
    bands = [pixels.convert("L")] if pixels.mode == "1" else pixels.split()
    spans = [[level for level, times in enumerate(band.histogram(hidden)) if times] for band in bands]
    return all(not span or span[-1] - span[0] <= grain for span in spans)


def _seen_most(pixels: Image.Image, seen: Image.Image) -> int | tuple[int, ...]:
    """Return the color seen most: where a reader mixes neighbors, it leaves no edge."""
    bands = [pixels.convert("L")] if pixels.mode == "1" else pixels.split()
    color = []
    for band in bands:
        levels = band.histogram(seen)
        color.append(levels.index(max(levels)))
    return tuple(color) if len(color) > 1 else color[0]


def _write(picture: Object, pixels: Image.Image, *, is_pressed: bool) -> None:
    if not is_pressed:
        picture.write(pixels.tobytes())
        return
    file = io.BytesIO()
    pixels.info = {}
    pixels.save(file, "JPEG", quality=_QUALITY)
    picture.write(pdf_pictures.BARE["/DCTDecode"](file.getvalue()), filter=Name.DCTDecode)
