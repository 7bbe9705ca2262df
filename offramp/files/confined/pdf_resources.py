"""What the pages of a PDF draw with: fonts, pictures, forms, each freed of what is not drawn."""

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from offramp.files.confined import pdf_pictures
from offramp.files.confined.findings import Findings
from offramp.files.refusals import TooMuchInside
from offramp.files.removals import Trace

# Metadata, private notes of programs, layers, and streams or pages that lie in other files.
_NOT_DRAWN = (
    *("/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Alternates", "/AF", "/Measure", "/PtData"),
    *("/OC", "/Ref", "/F", "/FFilter", "/FDecodeParms", "/StructParent", "/StructParents", "/ID", "/Name"),
)
_DEEPEST = 60
# A color space by its number of inks, for one described by a profile.
_DEVICES = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_REPORTED = {"/Metadata": Trace.XMP, "/PieceInfo": Trace.CUSTOM, "/OC": Trace.HIDDEN, "/F": Trace.EXTERNAL}


def scrub(target: Pdf, found: Findings) -> None:
    """Take out of every object of the document what no page shows. Raises Broken, TooMuchInside."""
    for each in target.objects:
        if isinstance(each, Stream):
            _scrub_stream(each, found)
        if isinstance(each, Array | Dictionary | Stream):
            _scrub_inside(each, 0, found)


def _scrub_stream(stream: Object, found: Findings) -> None:
    for key in _NOT_DRAWN:
        if key in stream:
            if key in _REPORTED:
                found.add(_REPORTED[key])
            del stream[key]
    filters = [str(each) for each in _listed(stream.get(Name.Filter))]
    bare = pdf_pictures.BARE.get(filters[-1]) if filters else None
    if bare:
        packed = stream.read_raw_bytes()
        for name in filters[:-1]:
            packed = pdf_pictures.unpacked(packed, name)
        stripped = bare(packed)
        if len(stripped) < len(packed):
            found.add(Trace.CAMERA)
        turned = [each for each in _listed(stream.get(Name.DecodeParms)) if Name.ColorTransform in each]
        kept = Dictionary(ColorTransform=turned[-1].ColorTransform) if turned else None
        stream.write(stripped, filter=Name(filters[-1]), decode_parms=kept)


def _scrub_inside(container: Object, depth: int, found: Findings) -> None:
    if depth > _DEEPEST:
        raise TooMuchInside
    for key, value in _items(container):
        if key == "/Resources" and isinstance(value, Dictionary) and Name.Properties in value:
            del value[Name.Properties]
        if inks := _inks_of_a_profile(value):
            found.add(Trace.PROFILE)
            container[key] = _DEVICES[inks]
        elif isinstance(value, Array | Dictionary) and not value.is_indirect:
            _scrub_inside(value, depth + 1, found)


def _items(container: Object) -> list[tuple[str | int, object]]:
    if isinstance(container, Array):
        return [(index, container[index]) for index in range(len(container))]
    return [(key, container[key]) for key in container.keys()]  # noqa: SIM118 - a PDF object is no dict


def _inks_of_a_profile(value: object) -> int | None:
    """Return the number of inks if the value is a color space described by a profile, else None."""
    if not isinstance(value, Array) or len(value) != 2 or value[0] != Name.ICCBased:
        return None
    inks = value[1].get(Name.N) if isinstance(value[1], Stream) else None
    return int(inks) if inks in _DEVICES else None


def _listed(value: Object | None) -> list[Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
