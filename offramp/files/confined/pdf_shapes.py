"""What kind the objects of a PDF are, and how much of each is drawn."""

import math

from pikepdf import Dictionary, Name, Object, Stream

from offramp.files.confined import pdf_colors, pdf_streams
from offramp.files.confined.pdf_values import numbers


def is_cropped(page: Object) -> bool:
    """Tell whether a page shows only a part of its paper; a hair's breadth hides nothing."""
    paper, shown = (numbers(page.get(box)) for box in ("/MediaBox", "/CropBox"))
    if not len(paper) == len(shown) == 4:
        return False
    edges = [(sorted(paper[side::2]), sorted(shown[side::2])) for side in (0, 1)]
    return any(crop[0] > whole[0] + 1 or crop[1] < whole[1] - 1 for whole, crop in edges)


def samples(function: Object) -> int | None:
    """Return how many bytes the samples of a function fill; None where that is not known."""
    sizes, ranges = numbers(function.get(Name.Size)), numbers(function.get(Name.Range))
    bits = function.get(Name.BitsPerSample)
    if not sizes or not ranges or not isinstance(bits, int):
        return None
    return int(math.prod(map(int, sizes)) * (len(ranges) // 2) * bits + 7) // 8


def drop_unnamed(font: Object) -> None:
    """Leave of drawn letters those that the encoding of their font names."""
    encoding, drawn = font.get(Name.Encoding), font.get(Name.CharProcs)
    if not isinstance(encoding, Dictionary) or not isinstance(drawn, Dictionary):
        return
    if Name.BaseEncoding not in encoding:
        differences = encoding.get(Name.Differences)
        named = {str(each) for each in differences if isinstance(each, Name)} if differences else set()
        font.CharProcs = Dictionary({name: glyph for name, glyph in drawn.items() if name in named})


def shape(picture: Object) -> pdf_streams.Shape | None:
    """Return how many rows a picture has, and the bytes of each; None where only its filter knows."""
    is_mask = bool(picture.get(Name.ImageMask))
    inks = 1 if is_mask else pdf_colors.inks(picture.get(Name.ColorSpace))
    bits = 1 if is_mask else picture.get(Name.BitsPerComponent)
    width, height = picture.get(Name.Width), picture.get(Name.Height)
    if inks and isinstance(bits, int) and isinstance(width, int) and isinstance(height, int):
        return max(0, height), max(0, width * inks * bits + 7) // 8
    return None


def true_kind(thing: Object, kind: str) -> str | None:
    """Return the kind of what may be one of two; None for what is neither."""
    if kind == "object":
        return {"/Image": "image", "/Form": "form"}.get(str(thing.get(Name.Subtype)))
    if kind == "encoding" and isinstance(thing, Stream):
        return "map"
    if kind == "function" and thing.get(Name.FunctionType) == 4:
        return "calculator"
    return kind
