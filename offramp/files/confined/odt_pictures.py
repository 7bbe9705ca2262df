"""The pictures of an OpenDocument text: taken over as they are shown, and nothing fetched from elsewhere."""

import re

from lxml import etree

from offramp.files.confined import markup
from offramp.files.confined.crops import UNCROPPED, Crop
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.media import Media
from offramp.files.confined.odt_names import DRAW, FO, LOEXT, STYLE, TEXT, XLINK
from offramp.files.removals import Trace

_PICTURES = (f"{DRAW}image", f"{DRAW}fill-image", f"{STYLE}background-image", f"{TEXT}list-level-style-image")
_LENGTH = re.compile(r"auto|(-?(?:\d+\.?\d*|\.\d+))(cm|mm|in|pt|pc|px)?")
_TO_AN_INCH = {"cm": 2.54, "mm": 25.4, "in": 1.0, "pt": 72.0, "pc": 6.0, "px": 96.0}
# How often a style may stand on another.
_MOST_PARENTS = 10


class Clips:
    """What styles cut off pictures."""

    def __init__(self) -> None:
        self._crops: dict[str, Crop] = {}
        self._parents: dict[str, str] = {}

    def gather(self, root: Element) -> None:
        """Note the styles of a part, and take out what they cut off: the pictures will be cut themselves."""
        for style in root.iter(f"{STYLE}style"):
            name = style.get(f"{STYLE}name", "")
            self._parents[name] = style.get(f"{STYLE}parent-style-name", "")
            for manner in style.iterfind(f"{STYLE}graphic-properties"):
                if said := manner.attrib.pop(f"{FO}clip", None):
                    self._crops[name] = _crop(said)

    def of(self, element: Element) -> Crop:
        """Return what is cut off a picture in its frame."""
        name = element.getparent().get(f"{DRAW}style-name", "")
        for _ in range(_MOST_PARENTS):
            if name in self._crops:
                return self._crops[name]
            name = self._parents.get(name, "")
        return UNCROPPED


def settle(root: Element, clips: Clips, media: Media, found: Findings) -> None:
    """Take over what is shown, and take out what would be fetched."""
    for element in markup.each(root, etree.Element):
        address = element.get(f"{XLINK}href")
        if address is None or element.tag in (f"{TEXT}a", f"{DRAW}a"):
            continue
        crop = clips.of(element) if element.tag == f"{DRAW}image" else UNCROPPED
        new = media.take(address.removeprefix("./"), crop) if element.tag in _PICTURES else None
        if new:
            element.set(f"{XLINK}href", new)
            element.attrib.pop(f"{LOEXT}mime-type", None)
            element.attrib.pop(f"{DRAW}mime-type", None)
        else:
            # Nothing else in a text has to be fetched from anywhere.
            found.add(Trace.EXTERNAL if ":" in address else Trace.OBJECTS, address)
            markup.drop(element)


def _crop(said: str) -> Crop:
    lengths = [float(number or 0) / _TO_AN_INCH[unit or "in"] for number, unit in _LENGTH.findall(said)]
    if len(lengths) != 4:
        return UNCROPPED
    top, right, bottom, left = (max(0.0, length) for length in lengths)
    return Crop(left, top, right, bottom, is_in_inches=True)
