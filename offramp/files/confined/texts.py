"""Plain text: decoded, and written anew as UTF-8 with nothing invisible in it."""

import codecs
import re

from offramp.files.confined.findings import Findings
from offramp.files.confined.invisible import taken_out
from offramp.files.confined.making import Made, View
from offramp.files.kinds import Kind
from offramp.files.refusals import Encrypted, NotRecognised
from offramp.files.removals import Trace

_BYTE_ORDERS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Written to be read by a program; as a plain text they would show their markup, and keep what it tells.
_MARKUP = re.compile(rb"\s*(?:\{\\rtf|%!PS|<(?:!doctype|html|\?xml|svg)\b)", re.IGNORECASE)
_A_PASSWORD_IN_OFFICE = "EncryptedPackage".encode("utf-16-le")


def clean(content: bytes, found: Findings) -> Made:
    """Write a text anew. Raises NotRecognised, and Encrypted for an office file with a password."""
    text = decoded(content, found)
    view = View()
    view.add(text)
    return Made(Kind.TEXT, text.encode(), view)


def decoded(content: bytes, found: Findings) -> str:
    """Return the text without anything invisible. Raises NotRecognised, Encrypted."""
    if content.startswith(_OLD_OFFICE):
        raise Encrypted if _A_PASSWORD_IN_OFFICE in content else NotRecognised
    if _MARKUP.match(content.removeprefix(codecs.BOM_UTF8)):
        raise NotRecognised
    text, invisible = taken_out(_decoded(content))
    # A few strays come from old programs; many mean that this was never a text.
    if not text or invisible > 16 + len(text) // 100:
        raise NotRecognised
    found.add(Trace.INVISIBLE, times=invisible)
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDERS.items():
        if content.startswith(mark):
            return _strictly(content.removeprefix(mark), encoding)
    if b"\0" in content:
        raise NotRecognised
    try:
        return content.decode()
    except UnicodeDecodeError:
        return _strictly(content, "cp1252")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise NotRecognised from None
