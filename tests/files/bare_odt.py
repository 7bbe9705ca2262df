"""An OpenDocument text of nothing but what a test puts into it."""

import io
import zipfile

_NAMESPACES = {
    **{name: name for name in ("office", "text", "style", "table", "presentation", "config", "manifest")},
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
    "number": "datastyle",
}
NAMES = " ".join(
    [
        *(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{ends}:1.0"' for n, ends in _NAMESPACES.items()),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)


def bare(body: str, automatic: str = "", styles: str = "", parts: dict[str, bytes] | None = None) -> bytes:
    """Return a text with this body, these styles of its own and of its template, and further parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr(
            "styles.xml",
            f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
        )
        for name, part in (parts or {}).items():
            package.writestr(name, part)
    return file.getvalue()
