"""References to parts that stayed behind: each is taken out so that no program calls the document broken."""

from offramp.files.confined import markup
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import PIC, A, R, V, W

_DRAWN = (f"{W}drawing", f"{W}pict")


def settle(root: Element, kept: set[str]) -> None:
    """Take out every reference whose relation is not kept."""
    for element in markup.each(root, "*"):
        missing = [name for name, said in element.attrib.items() if name.startswith(R) and said not in kept]
        if missing:
            _settle(element, missing)


def _settle(element: Element, missing: list[str]) -> None:
    if element.tag == f"{W}hyperlink":
        # Its words stay, and so does a jump within the document.
        for name in missing:
            del element.attrib[name]
        if element.get(f"{W}anchor") is None:
            markup.unwrap(element)
    elif element.tag == f"{A}blip" and f"{R}embed" not in missing and f"{R}embed" in element.attrib:
        del element.attrib[f"{R}link"]
    elif element.tag == f"{A}blip":
        _drop_picture(element.getparent())
    elif element.getparent().tag == f"{A}graphicData":
        _drop_drawing(element)
    elif element.tag == f"{V}fill":
        for name in missing:
            del element.attrib[name]
    else:
        markup.drop(element)


def _drop_picture(fill: Element) -> None:
    if fill.tag != f"{PIC}blipFill":
        markup.drop(fill)
    elif fill.getparent().getparent().tag == f"{A}graphicData":
        _drop_drawing(fill)
    else:
        markup.drop(fill.getparent())  # one of a group, whose others stay


def _drop_drawing(element: Element) -> None:
    markup.drop(next(above for above in element.iterancestors() if above.tag in _DRAWN))
