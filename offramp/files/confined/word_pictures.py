"""How a Word text shows its pictures: each crop is a picture of its own, and one that nothing shows stays."""

from dataclasses import replace

from lxml import etree

from offramp.files.confined.crops import UNCROPPED, Crop
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import A, R, V
from offramp.files.confined.word_package import Relation
from offramp.files.removals import Trace

_CROPS = ("l", "t", "r", "b")
_CROPS_OF_VML = ("cropleft", "croptop", "cropright", "cropbottom")
# A part that nothing names may still matter, as styles do; these are only there to be shown.
_ONLY_SHOWN = {"image": Trace.FRAMES, "hyperlink": Trace.LINKS}


def related(root: Element, relations: list[Relation], found: Findings) -> list[Relation]:
    """Return the relations that a part has use for, under new ids, and note them in the part."""
    known = {each.id: each for each in relations}
    used: dict[Relation, str] = {}
    for element in root.iter(etree.Element):
        for name in [name for name in element.attrib if name.startswith(R)]:
            relation = known.get(element.get(name))
            if relation and relation.kind == "image":
                relation = replace(relation, crop=_crop(element))
            # What leads nowhere must not come to lead to something by the new ids.
            new = used.setdefault(relation, f"rId{len(used) + 1}") if relation else ""
            element.set(name, new)
    named = {relation.id for relation in used}
    silent = [each for each in relations if each.id not in named]
    for each in silent:
        if each.kind in _ONLY_SHOWN:
            found.add(_ONLY_SHOWN[each.kind], each.target if each.is_outside else "")
    silent = [each for each in silent if each.kind not in _ONLY_SHOWN]
    numbered = [replace(each, id=f"rId{number}") for number, each in enumerate(silent, len(used) + 1)]
    return [*(replace(each, id=new) for each, new in used.items()), *numbered]


def _crop(element: Element) -> Crop:
    if element.tag.startswith(V):
        return _cut(*(_part(element.attrib.pop(side, "")) for side in _CROPS_OF_VML))
    shown = element.getparent().find(f"{A}srcRect") if element.tag == f"{A}blip" else None
    if shown is None:
        return UNCROPPED
    sides = [_part(shown.attrib.pop(side, "")) for side in _CROPS]
    crop = _cut(*sides)
    # Less than nothing is cut off where a picture stands in a wider frame, and that frame stays.
    across = max(0.01, 1 - crop.left - crop.right)
    down = max(0.01, 1 - crop.top - crop.bottom)
    for side, said, length in zip(_CROPS, sides, (across, down) * 2, strict=True):
        if said < 0:
            shown.set(side, str(round(said / length * 100_000)))
    return crop


def _cut(left: float, top: float, right: float, bottom: float) -> Crop:
    return Crop(max(0.0, left), max(0.0, top), max(0.0, right), max(0.0, bottom))


def _part(said: str) -> float:
    """Read a part of the whole: 25000, 25% or, in the older language, 16384f and 0.25."""
    try:
        if said.endswith("%"):
            part = float(said[:-1]) / 100
        elif said.endswith("f"):
            part = float(said[:-1]) / 65_536
        else:
            part = float(said or 0) / (1 if "." in said else 100_000)
    except ValueError:
        return 0.0
    return max(-100.0, min(part, 1.0))
