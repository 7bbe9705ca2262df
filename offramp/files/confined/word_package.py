"""The package around a Word text: relations followed from part to part, and written anew."""

import posixpath
from dataclasses import dataclass

from lxml import etree

from offramp.files.confined import markup
from offramp.files.confined.crops import UNCROPPED, Crop
from offramp.files.confined.parts import Parts
from offramp.files.confined.word_names import PARTS, RELATION, RELATIONS, TYPES

_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True)
class Relation:
    """What one part says of another, or of an address outside."""

    id: str
    kind: str
    target: str
    is_outside: bool
    crop: Crop = UNCROPPED


def relations(parts: Parts, part: str) -> list[Relation]:
    """Return the relations of a part, or of the whole package for the empty name."""
    name = place_of_relations(part)
    if name not in parts:
        return []
    return [
        _relation(each, posixpath.dirname(part))
        for each in markup.read(parts.read(name)).iter(f"{RELATIONS}Relationship")
    ]


def main_part(parts: Parts) -> str | None:
    """Return the name of the part that holds the text; None if this is no Office package."""
    if "[Content_Types].xml" not in parts:
        return None
    for relation in relations(parts, ""):
        if relation.kind == "officeDocument" and not relation.is_outside:
            return relation.target
    return None


def written(relations: list[Relation], of: str) -> bytes:
    """Return the part that holds these relations."""
    root = etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS[1:-1]})
    for each in relations:
        target = (
            each.target if each.is_outside else posixpath.relpath(each.target, posixpath.dirname(of) or ".")
        )
        mode = {"TargetMode": "External"} if each.is_outside else {}
        etree.SubElement(
            root, f"{RELATIONS}Relationship", Id=each.id, Type=RELATION + each.kind, Target=target, **mode
        )
    return markup.write(root)


def content_types(kinds: dict[str, str]) -> bytes:
    """Return the part that declares what every part is, given the last relation that led to each."""
    root = etree.Element(f"{TYPES}Types", nsmap={None: TYPES[1:-1]})
    defaults = {"rels": _RELATIONS_TYPE, "xml": "application/xml", "png": "image/png", "jpg": "image/jpeg"}
    for ending, said in defaults.items():
        etree.SubElement(root, f"{TYPES}Default", Extension=ending, ContentType=said)
    for name, kind in kinds.items():
        etree.SubElement(root, f"{TYPES}Override", PartName=f"/{name}", ContentType=PARTS[kind].content_type)
    return markup.write(root)


def place_of_relations(part: str) -> str:
    """Return the name of the part that holds the relations of another, or of the whole package."""
    return posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")


def _relation(said: markup.Element, folder: str) -> Relation:
    target = said.get("Target", "")
    is_outside = said.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    # Strict documents name their relations, and all else, differently; we read the common form.
    kind = said.get("Type", "").rpartition("/")[2]
    return Relation(said.get("Id", ""), kind, target, is_outside)
