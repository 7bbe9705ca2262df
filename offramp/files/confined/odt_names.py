"""The names that OpenDocument's elements go by."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

OFFICE = f"{{{_OASIS}:office:1.0}}"
TEXT = f"{{{_OASIS}:text:1.0}}"
TABLE = f"{{{_OASIS}:table:1.0}}"
DRAW = f"{{{_OASIS}:drawing:1.0}}"
STYLE = f"{{{_OASIS}:style:1.0}}"
SVG = f"{{{_OASIS}:svg-compatible:1.0}}"
FO = f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
CONFIG = f"{{{_OASIS}:config:1.0}}"
FORM = f"{{{_OASIS}:form:1.0}}"
SCRIPT = f"{{{_OASIS}:script:1.0}}"
MANIFEST = f"{{{_OASIS}:manifest:1.0}}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

# Whatever stands in another namespace was put there by somebody's own program.
KNOWN = (
    _OASIS,
    XLINK[1:-1],
    DC[1:-1],
    XML[1:-1],
    "http://www.w3.org/1998/Math/MathML",
    LOEXT[1:-1],
)
