"""What the pages of a PDF draw with: only what they name, and of that only what the standard draws."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfInlineImage, Stream, String

from offramp.files.confined import (
    pdf_colors,
    pdf_drawing,
    pdf_fax,
    pdf_fonts,
    pdf_maps,
    pdf_masks,
    pdf_shapes,
    pdf_streams,
    pdf_traces,
)
from offramp.files.confined.findings import Findings
from offramp.files.confined.pdf_drawing import Named
from offramp.files.confined.pdf_kinds import CATEGORIES, KINDS, OF_A_STREAM
from offramp.files.confined.pdf_names import Names
from offramp.files.confined.pdf_values import KEPT, is_number, is_standard
from offramp.files.refusals import TooMuchInside
from offramp.files.removals import Trace

# Of a document in all. Manuals of a hundred pages have a tenth of it, and a plan or a map fits.
_MOST_INSTRUCTIONS = 500_000
_DRAWINGS = ("form", "pattern", "glyph")
# By the kind of a stream: what leaves of it only what draws.
_WITHOUT_WORDS: dict[str, Callable[[bytes], bytes]] = {
    "calculator": pdf_maps.plain_calculation,
    "program": pdf_fonts.bare,
    "segments": pdf_fax.bare_segments,
}
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
    _names: Names = field(default_factory=Names)
    _instructions: int = 0

    def drawn(self) -> set[tuple[int, int]]:
        return {place for place, kind in self._seen if kind in ("image", "form")}

    def page(self, page: Object) -> None:
        around = _Around(page.get(Name.Resources, Dictionary()))
        self._found.add(Trace.HIDDEN, times=int(pdf_shapes.is_cropped(page)))
        contents = pdf_streams.listed(page.get(Name.Contents))
        parts = [pdf_streams.unfolded(each) for each in contents if isinstance(each, Stream)]
        parent, drawing = page.Parent, self._redrawn(b"\n".join(parts), around)
        self._scrub_keys(page, "page", around)
        page.Parent, page.Contents = parent, self._target.make_stream(drawing)
        page.Resources = self._narrowed(around)

    def _redrawn(self, drawing: bytes, around: _Around) -> bytes:
        self._instructions += pdf_drawing.instructions(drawing)
        if self._instructions > _MOST_INSTRUCTIONS:
            raise TooMuchInside
        written, named = pdf_drawing.redrawn(
            self._target, drawing, self._names, lambda picture: self._inline(picture, around)
        )
        around.named |= named
        return written

    def _inline(self, picture: PdfInlineImage, around: _Around) -> bytes:
        stream = self._target.make_stream(picture.read_raw_bytes(), picture.obj)
        color = picture.obj.get(Name.ColorSpace)
        self._scrub(stream, "image", around)
        if isinstance(color, Name):
            stream.ColorSpace = self._names.new("/ColorSpace", str(color))
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
                    kept[category][str(self._names.new(category, name))] = drawn
            done |= waiting
        return Dictionary({category: Dictionary(each) for category, each in kept.items() if each})

    def _kept(self, value: object, kind: str, around: _Around) -> object | None:
        """Return what may stand there of a value; None for nothing."""
        if kind in KEPT:
            return KEPT[kind](value)
        if kind == "color":
            return pdf_colors.kept(value, lambda part, of: self._kept(part, of, around), self._found)
        if kind == "ink" and isinstance(value, Name):
            return self._names.new("/Colorant", str(value))
        if isinstance(value, Array):
            row = [each if is_number(each) else self._kept(each, kind, around) for each in value]
            return None if None in row else Array(row)
        if isinstance(value, Dictionary | Stream):
            return self._scrubbed(value, pdf_shapes.true_kind(value, kind), around)
        return value if is_standard(value) or (kind == "table" and isinstance(value, String)) else None

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
        if kind == "font":
            pdf_shapes.drop_unnamed(thing)
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
        elif kind in _WITHOUT_WORDS:
            written = _WITHOUT_WORDS[kind](pdf_streams.unfolded(stream))
            stream.write(written)
            # Of a TrueType font this is its length; a Type 1 font has not changed its own.
            if Name.Length1 in stream and Name.Length2 not in stream:
                stream.Length1 = len(written)
        elif kind == "function":
            stream.write(pdf_streams.unfolded(stream)[: pdf_shapes.samples(stream)])
        else:
            self._pack(stream, kind, around)

    def _pack(self, stream: Object, kind: str, around: _Around) -> None:
        for parameters in pdf_streams.listed(stream.get(Name.DecodeParms)):
            if isinstance(parameters, Dictionary):
                self._scrub(parameters, "parameters", around)
        is_picture = kind == "image"
        pdf_streams.pack(stream, pdf_shapes.shape(stream) if is_picture else None, self._found)
        if is_picture:
            pdf_masks.blank(stream, self._found)
