"""The names that Word's parts, relations and elements go by."""

from dataclasses import dataclass

_OPEN = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office"

W = f"{{{_OPEN}/wordprocessingml/2006/main}}"
R = f"{{{_OPEN}/officeDocument/2006/relationships}}"
A = f"{{{_OPEN}/drawingml/2006/main}}"
DRAWING = f"{{{_OPEN}/drawingml/2006/wordprocessingDrawing}}"
PIC = f"{{{_OPEN}/drawingml/2006/picture}}"
MC = f"{{{_OPEN}/markup-compatibility/2006}}"
W14 = f"{{{_MICROSOFT}/word/2010/wordml}}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - Word's own prefix for it
XML = "{http://www.w3.org/XML/1998/namespace}"

RELATIONS = f"{{{_OPEN}/package/2006/relationships}}"
RELATION = f"{_OPEN}/officeDocument/2006/relationships/"
TYPES = f"{{{_OPEN}/package/2006/content-types}}"

# Whatever stands in another namespace was put there by somebody's own program.
KNOWN = (
    f"{_OPEN}/wordprocessingml/",
    f"{_OPEN}/drawingml/",
    f"{_OPEN}/officeDocument/2006/relationships",
    f"{_OPEN}/officeDocument/2006/math",
    f"{_OPEN}/markup-compatibility/",
    f"{_MICROSOFT}/word/",
    f"{_MICROSOFT}/drawing/",
    f"{_MICROSOFT}/thememl/",
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:word",
    "http://www.w3.org/XML/1998/namespace",
)


@dataclass(frozen=True)
class PartKind:
    """A kind of part that comes along: its name in the new package and what it is declared as."""

    name: str
    content_type: str


def _word(name: str, said: str = "") -> PartKind:
    return PartKind(
        f"word/{name}", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{said or name}+xml"
    )


# By the last word of the relation that leads to it; all else stays behind.
PARTS = {
    "officeDocument": _word("document", "document.main"),
    "styles": _word("styles"),
    "numbering": _word("numbering"),
    "settings": _word("settings"),
    "fontTable": _word("fontTable"),
    "footnotes": _word("footnotes"),
    "endnotes": _word("endnotes"),
    "header": _word("header"),
    "footer": _word("footer"),
    "theme": PartKind("word/theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
}
