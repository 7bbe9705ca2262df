"""What the pages of a PDF draw with: only what they name, and of that only what the standard draws."""

from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfInlineImage, Stream, String

from offramp.files.confined import pdf_colors, pdf_drawing, pdf_maps, pdf_streams, pdf_traces
from offramp.files.confined.findings import Findings
from offramp.files.confined.pdf_drawing import Named
from offramp.files.confined.pdf_kinds import CATEGORIES, KINDS, OF_A_STREAM
from offramp.files.confined.pdf_values import FITTING, is_number, numbers
from offramp.files.removals import Trace

_DRAWINGS = ("form", "pattern", "glyph")
# Kinds whose resources are their own, or those of what they are drawn by.
_WITH_RESOURCES = ("form", "pattern", "font")


def scrub(target: Pdf, found: Findings) -> None:
    """Leave in a document only what draws its pages. Raises Broken, TooMuchInside."""
    pictures = {
        each.objgen
        for each in target.objects
        if isinstance(each, Stream) and each.get(Name.Subtype) in (Name.Image, Name.Form)
    }
    scrubbing = _Scrubbing(target, found)
    for page in target.pages:
        scrubbing.page(page.obj)
    # What pages showed that were deleted, or showed before they were changed.
    found.add(Trace.EARLIER, times=len(pictures - scrubbing.drawn()))


@dataclass
class _Around:
    """The resources that a drawing may name, and those that it does."""

    resources: Object
    named: Named = field(default_factory=set)


@dataclass
class _Scrubbing:
    """Goes from the pages to all they draw with; what it does not come to is not kept."""

    _target: Pdf
    _found: Findings
    _seen: dict[tuple[tuple[int, int], str], Named] = field(default_factory=dict)

    def drawn(self) -> set[tuple[int, int]]:
        return {place for place, kind in self._seen if kind in ("image", "form")}

    def page(self, page: Object) -> None:
        around = _Around(page.get(Name.Resources, Dictionary()))
        self._found.add(Trace.HIDDEN, times=int(_is_cropped(page)))
        contents = pdf_streams.listed(page.get(Name.Contents))
        parts = [pdf_streams.unfolded(each) for each in contents if isinstance(each, Stream)]
        parent, drawing = page.Parent, self._redrawn(b"\n".join(parts), around)
        self._scrub_keys(page, "page", around)
        page.Parent, page.Contents = parent, self._target.make_stream(drawing)
        page.Resources = self._narrowed(around)

    def _redrawn(self, drawing: bytes, around: _Around) -> bytes:
        written, named = pdf_drawing.redrawn(
            self._target, drawing, lambda picture: self._inline(picture, around)
        )
        around.named |= named
        return written

    def _inline(self, picture: PdfInlineImage, around: _Around) -> bytes:
        stream = self._target.make_stream(picture.read_raw_bytes(), picture.obj)
        self._scrub(stream, "image", around)
        said = Dictionary({key: value for key, value in stream.items() if key != "/Length"}).unparse()
        inside = said.removeprefix(b"<<").removesuffix(b">>")
        return b"BI %s ID %s\nEI" % (inside, stream.read_raw_bytes())

    def _narrowed(self, around: _Around) -> Dictionary:
        """Return the resources that are named; to keep one may name others."""
        kept: dict[str, dict[str, object]] = {category: {} for category in CATEGORIES}
        done: Named = set()
        while waiting := around.named - done:
            for category, name in sorted(waiting):
                among = around.resources.get(category)
                value = among.get(name) if isinstance(among, Dictionary) else None
                if (drawn := self._kept(value, CATEGORIES[category], around)) is not None:
                    kept[category][name] = drawn
            done |= waiting
        return Dictionary({category: Dictionary(each) for category, each in kept.items() if each})

    def _kept(self, value: object, kind: str, around: _Around) -> object | None:
        """Return what may stand there of a value; None for nothing."""
        if kind in FITTING:
            return value if FITTING[kind](value) else None
        if kind == "color":
            return pdf_colors.kept(value, lambda part, of: self._kept(part, of, around), self._found)
        if isinstance(value, Array):
            row = [each if is_number(each) else self._kept(each, kind, around) for each in value]
            return None if None in row else Array(row)
        if isinstance(value, Dictionary | Stream):
            return self._scrubbed(value, _true_kind(value, kind), around)
        return value if isinstance(value, Name) or (kind == "table" and isinstance(value, String)) else None

    def _scrubbed(self, thing: Object, kind: str | None, around: _Around) -> Object | None:
        if kind:
            self._scrub(thing, kind, around)
        return thing if kind else None

    def _scrub(self, thing: Object, kind: str, around: _Around) -> None:
        inner = _Around(around.resources)
        place = (thing.objgen, kind)
        if thing.is_indirect and place in self._seen:
            around.named |= self._seen[place]
            return
        if thing.is_indirect:
            self._seen[place] = inner.named
        own = thing.get(Name.Resources) if kind in _WITH_RESOURCES else None
        inner.resources = own if isinstance(own, Dictionary) else around.resources
        self._scrub_keys(thing, kind, inner)
        if isinstance(thing, Stream):
            self._scrub_stream(thing, kind, inner)
        if isinstance(own, Dictionary):
            thing.Resources = self._narrowed(inner)
            inner.named.clear()
        around.named |= inner.named

    def _scrub_keys(self, thing: Object, kind: str, around: _Around) -> None:
        rules = KINDS[kind]
        for key in list(thing.keys()):
            if isinstance(thing, Stream) and key in OF_A_STREAM:
                continue
            value = thing[key]
            rule = "glyph" if kind == "glyphs" else rules.get(key, "")
            kept = self._kept(value, rule, around) if rule else None
            if kept is None:
                pdf_traces.report_dropped(key, value, self._found)
                del thing[key]
            elif kept is not value:
                thing[key] = kept

    def _scrub_stream(self, stream: Object, kind: str, around: _Around) -> None:
        if kind in _DRAWINGS:
            stream.write(self._redrawn(pdf_streams.unfolded(stream), around))
        elif kind == "map":
            stream.write(pdf_maps.plain_map(self._target, stream, pdf_streams.unfolded(stream)))
        elif kind == "calculator":
            stream.write(pdf_maps.plain_calculation(pdf_streams.unfolded(stream)))
        else:
            for parameters in pdf_streams.listed(stream.get(Name.DecodeParms)):
                if isinstance(parameters, Dictionary):
                    self._scrub(parameters, "parameters", around)
            pdf_streams.pack(stream, _shape(stream) if kind == "image" else None, self._found)


def _true_kind(thing: Object, kind: str) -> str | None:
    """Return the kind of what may be one of two; None for what is neither."""
    if kind == "object":
        return {"/Image": "image", "/Form": "form"}.get(str(thing.get(Name.Subtype)))
    if kind == "encoding" and isinstance(thing, Stream):
        return "map"
    if kind == "function" and thing.get(Name.FunctionType) == 4:
        return "calculator"
    return kind


def _is_cropped(page: Object) -> bool:
    """Tell whether a page shows only a part of its paper; a hair's breadth hides nothing."""
    paper, shown = (numbers(page.get(box)) for box in ("/MediaBox", "/CropBox"))
    if not len(paper) == len(shown) == 4:
        return False
    edges = [(sorted(paper[side::2]), sorted(shown[side::2])) for side in (0, 1)]
    return any(crop[0] > whole[0] + 1 or crop[1] < whole[1] - 1 for whole, crop in edges)


def _shape(picture: Object) -> pdf_streams.Shape | None:
    """Return how many rows a picture has, and the bytes of each; None where only its filter knows."""
    is_mask = bool(picture.get(Name.ImageMask))
    inks = 1 if is_mask else pdf_colors.inks(picture.get(Name.ColorSpace))
    bits = 1 if is_mask else picture.get(Name.BitsPerComponent)
    width, height = picture.get(Name.Width), picture.get(Name.Height)
    if inks and isinstance(bits, int) and isinstance(width, int) and isinstance(height, int):
        return max(0, height), max(0, width * inks * bits + 7) // 8
    return None
