"""The colors of a PDF: those of a profile become those of a device, the others keep what they need."""

from collections.abc import Callable

from pikepdf import Array, Name, Stream, String

from offramp.files.confined import pdf_names, pdf_streams
from offramp.files.confined.findings import Findings
from offramp.files.removals import Trace

# A color space by its number of inks, for one described by a profile.
_DEVICES = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_INKS = {
    **dict.fromkeys(("/DeviceGray", "/CalGray", "/Indexed", "/Separation"), 1),
    **dict.fromkeys(("/DeviceRGB", "/CalRGB", "/Lab"), 3),
    "/DeviceCMYK": 4,
}
# What follows the name of a family, by kind: ISO 32000-1:2008, 8.6.5 and 8.6.6.
_PARTS = {
    **dict.fromkeys(("/DeviceGray", "/DeviceRGB", "/DeviceCMYK"), ()),
    **dict.fromkeys(("/CalGray", "/CalRGB", "/Lab"), ("calibrated",)),
    **dict.fromkeys(("/Separation", "/DeviceN"), ("ink", "color", "function")),
    "/Indexed": ("color", "number", "table"),
    "/Pattern": ("color",),
}
Keep = Callable[[object, str], object | None]


def kept(space: object, keep: Keep, found: Findings) -> object | None:
    """Return a color space with what it needs; None if there is no such one."""
    if isinstance(space, Name):
        return space if str(space) in pdf_names.DEVICES else None
    if not isinstance(space, Array) or not len(space):
        return None
    if space[0] == Name.ICCBased and len(space) > 1 and isinstance(space[1], Stream):
        found.add(Trace.PROFILE)
        return _DEVICES.get(int(space[1].get(Name.N, 0)))
    parts = _PARTS.get(str(space[0]))
    if parts is None:
        return None
    rest = [keep(space[number], kind) for number, kind in enumerate(parts, start=1) if number < len(space)]
    if None in rest:
        return None
    if parts[-1:] == ("table",) and (each := inks(rest[0])):
        table = pdf_streams.unfolded(rest[-1]) if isinstance(rest[-1], Stream) else bytes(rest[-1])  # type: ignore[call-overload]
        rest[-1] = String(table[: (int(str(rest[1])) + 1) * each])
    return Array([space[0], *rest])


def inks(space: object) -> int | None:
    """Return how many numbers a color has; None where that is not known."""
    family = space[0] if isinstance(space, Array) and len(space) else space
    if family == Name.DeviceN and isinstance(space, Array) and isinstance(space[1], Array):
        return len(space[1])
    return _INKS.get(str(family))
