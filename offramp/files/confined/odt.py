"""OpenDocument text: two parts, their layout and pictures, cleaned; whatever else was in it stays behind."""

from lxml import etree

from offramp.files.confined import (
    markup,
    odt_parts,
    odt_pictures,
    odt_renaming,
    odt_settings,
    odt_view,
    parts,
)
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import Made
from offramp.files.confined.markup import Element
from offramp.files.confined.media import Media
from offramp.files.confined.odt_names import MANIFEST, OFFICE, XLINK
from offramp.files.confined.parts import Parts
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, Encrypted
from offramp.files.removals import Trace

_MANIFEST = "META-INF/manifest.xml"
# Styles first, as what is shown by them is cleaned by them.
_TEXTS = ("styles.xml", "content.xml")
_ROOTS = (f"{OFFICE}document-content", f"{OFFICE}document-styles")
_PROPERTIES = {
    "initial-creator": Trace.AUTHOR,
    "creator": Trace.LAST_EDITOR,
    "printed-by": Trace.LAST_EDITOR,
    "title": Trace.TITLE,
    "subject": Trace.TITLE,
    "description": Trace.TITLE,
    "keyword": Trace.TITLE,
    "creation-date": Trace.DATES,
    "date": Trace.DATES,
    "print-date": Trace.DATES,
    "generator": Trace.PROGRAM,
    "editing-cycles": Trace.EDITING,
    "editing-duration": Trace.EDITING,
    "user-defined": Trace.CUSTOM,
}
# By how the name of a part begins.
_LEFT_BEHIND = {
    "Thumbnails/": Trace.THUMBNAIL,
    "Basic/": Trace.MACROS,
    "Scripts/": Trace.MACROS,
    "Object": Trace.OBJECTS,
    "META-INF/documentsignatures": Trace.SIGNATURE,
    "Fonts/": Trace.FONTS,
}


def is_one(old: Parts) -> bool:
    """Tell whether a package is an OpenDocument text."""
    said = old.read("mimetype")[:100] if "mimetype" in old else b""
    return said.strip() in (Kind.ODT.value.encode(), Kind.ODT.value.encode() + b"-template")


def clean(old: Parts, found: Findings) -> Made:
    """Rebuild a document. Raises Encrypted, Broken, TooMuchInside."""
    if (
        _MANIFEST in old
        and next(markup.read(old.read(_MANIFEST)).iter(f"{MANIFEST}encryption-data"), None) is not None
    ):
        raise Encrypted
    _report(old, found)
    media = Media(old, "Pictures", found)
    roots = {name: markup.read(old.read(name)) for name in _TEXTS if name in old or name == "content.xml"}
    clips = odt_pictures.Clips()
    for root in roots.values():
        if root.tag not in _ROOTS:
            raise Broken
        odt_parts.clean(root, found)
        clips.gather(root)
        odt_pictures.settle(root, clips, media, found)
    odt_renaming.rename(list(roots.values()), found)
    new = {name: markup.write(root) for name, root in roots.items()}
    new |= odt_settings.part(old) | media.parts
    package = {"mimetype": Kind.ODT.value.encode(), **new, _MANIFEST: _manifest(list(new))}
    view = odt_view.view(roots["content.xml"], roots.get("styles.xml"), media)
    return Made(Kind.ODT, parts.packed(package, stored=("mimetype",)), view)


def _manifest(names: list[str]) -> bytes:
    root = etree.Element(
        f"{MANIFEST}manifest", {f"{MANIFEST}version": "1.3"}, nsmap={"manifest": MANIFEST[1:-1]}
    )
    said = {".xml": "text/xml", ".png": Kind.PNG.value, ".jpg": Kind.JPEG.value}
    for name, media_type in [("/", Kind.ODT.value), *((name, said[name[-4:]]) for name in names)]:
        entry = {f"{MANIFEST}full-path": name, f"{MANIFEST}media-type": media_type}
        etree.SubElement(root, f"{MANIFEST}file-entry", entry)
    return markup.write(root)


def _report(old: Parts, found: Findings) -> None:
    for start, trace in _LEFT_BEHIND.items():
        found.add(
            trace, times=sum(1 for name in old.names if name.startswith(start) and not name.endswith("/"))
        )
    if "meta.xml" in old:
        for element in markup.read(old.read("meta.xml")).iterfind(f"{OFFICE}meta/*"):
            _report_property(element, found)


def _report_property(element: Element, found: Findings) -> None:
    name = str(element.tag).rpartition("}")[2]
    words = (element.text or "").strip()
    if name == "template":
        found.add(Trace.TEMPLATE, element.get(f"{XLINK}href", ""))
    elif name in _PROPERTIES and words:
        found.add(_PROPERTIES[name], words)
