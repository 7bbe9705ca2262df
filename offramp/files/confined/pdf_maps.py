"""The two small programs of a PDF: which letter a glyph is, and how a color is worked out, freed of words."""

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from offramp.files.confined.pdf_values import is_standard
from offramp.files.refusals import Broken

# Adobe Technical Note 5014: the sections of a map, each with the length of its rows; all else describes it.
_SECTIONS = {
    **dict.fromkeys(("codespacerange", "bfchar", "cidchar", "notdefchar"), 2),
    **dict.fromkeys(("bfrange", "cidrange", "notdefrange"), 3),
}
_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def /WMode %d def
%s
endcmap CMapName currentdict /CMap defineresource pop end end"""
_TOKEN = re.compile(rb"%[^\r\n]*|[{}]|[-+]?[0-9.]+|[a-z]+")
# ISO 32000-1:2008, table 42.
_CALCULATING = frozenset(
    b"abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt sub truncate "
    b"and bitshift eq false ge gt le lt ne not or true xor if ifelse copy dup exch index pop roll".split()
)


def plain_map(document: Pdf, stream: Object, written: bytes) -> bytes:
    """Return a map of characters that holds nothing but its sections. Raises Broken."""
    try:
        instructions = pikepdf.parse_content_stream(document.make_stream(written))
    except pikepdf.PdfError:
        raise Broken from None
    sections = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "usecmap":
            sections += [f"{name} usecmap" for name in instruction.operands if is_standard(name)]
        elif (name := operator.removeprefix("end")) in _SECTIONS and name != operator:
            rows = " ".join(map(_hexadecimal, instruction.operands))
            sections.append(f"{len(instruction.operands) // _SECTIONS[name]} begin{name} {rows} end{name}")
    described = stream.get(Name.CIDSystemInfo, Dictionary())
    ordering = described.get(Name.Ordering, "UCS") if isinstance(described, Dictionary) else "UCS"
    return _MAP % (str(ordering).encode(), int(stream.get(Name.WMode, 0)), "\n".join(sections).encode())


def _hexadecimal(value: object) -> str:
    if isinstance(value, String):
        return f"<{bytes(value).hex()}>"
    if isinstance(value, Array):
        return f"[{' '.join(map(_hexadecimal, value))}]"
    # A name of a glyph would be one too; no reader looks for it here.
    return str(value) if isinstance(value, int) else "<FFFD>"


def plain_calculation(written: bytes) -> bytes:
    """Return a calculation that holds nothing but numbers and what is done with them."""
    tokens = [token for token in _TOKEN.findall(written) if not token.startswith(b"%")]
    return b" ".join(each for each in tokens if not each.isalpha() or each in _CALCULATING)
