"""What draws a page, instruction by instruction: the operators of the standard with operands of their kind.

Comments, marks with their words, unknown operators and whatever stands between go.
"""

import re
from collections.abc import Callable

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, Name, Pdf, String
from pikepdf import ContentStreamInstruction as Instruction

from offramp.files.confined.pdf_names import INTENTS, Names
from offramp.files.confined.pdf_values import are_numbers, is_number
from offramp.files.refusals import Broken, TooMuchInside

# ISO 32000-1:2008, annex A, each with what it takes: a number (n), a name (/), a string (s), numbers in a row
# (d), strings and numbers in a row (t), any numbers (+) and a name (*). BX and EX are for operators nobody
# knows; BMC, BDC, EMC, MP and DP mark what is drawn, and draw nothing.
_OPERATORS = {
    **dict.fromkeys(("b", "B", "b*", "B*", "BT", "ET", "f", "F", "f*", "h", "n", "q", "Q", "s", "S"), ""),
    **dict.fromkeys(("T*", "W", "W*"), ""),
    **dict.fromkeys(("G", "g", "i", "j", "J", "M", "Tc", "TL", "Tr", "Ts", "Tw", "Tz", "w"), "n"),
    **dict.fromkeys(("d0", "l", "m", "Td", "TD"), "nn"),
    **dict.fromkeys(("RG", "rg"), "nnn"),
    **dict.fromkeys(("K", "k", "re", "v", "y"), "nnnn"),
    **dict.fromkeys(("c", "cm", "d1", "Tm"), "nnnnnn"),
    **dict.fromkeys(("CS", "cs", "Do", "gs", "ri", "sh"), "/"),
    **dict.fromkeys(("SC", "sc"), "+"),
    **dict.fromkeys(("SCN", "scn"), "*"),
    **dict.fromkeys(("Tj", "'"), "s"),
    "d": "dn",
    "Tf": "/n",
    '"': "nns",
    "TJ": "t",
}
_NAMED = {
    **dict.fromkeys(("CS", "cs"), "/ColorSpace"),
    **dict.fromkeys(("SCN", "scn"), "/Pattern"),
    "Tf": "/Font",
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
}
_MOST_INKS = 33
# Taken apart, a drawing fills sixty times its length: more than this is no page to read.
_LARGEST = 10 * 1024 * 1024

# What looks like an operator; words of a string may too, which does no harm to a bound.
_OPERATOR = re.compile(rb"(?:^|(?<=[\s\])>]))[A-Za-z'\"][A-Za-z0-9*]{0,2}(?=[\s\[(</%]|$)")

Named = set[tuple[str, str]]
Inline = Callable[[pikepdf.PdfInlineImage], bytes]


def redrawn(document: Pdf, drawing: bytes, names: Names, inline: Inline) -> tuple[bytes, Named]:
    """Return what draws, written anew, and which resources it names. Raises Broken, TooMuchInside."""
    written: list[bytes] = []
    row: list[Instruction] = []
    named: Named = set()
    for instruction in _parsed(document, drawing):
        operator = str(instruction.operator)
        if isinstance(instruction, ContentStreamInlineImage):
            picture = instruction.iimage
            if isinstance(color := picture.obj.get(Name.ColorSpace), Name):
                named.add(("/ColorSpace", str(color)))
            written += [pikepdf.unparse_content_stream(row), inline(picture)]
            row = []
        elif operator in _OPERATORS and (kept := _kept(instruction, _OPERATORS[operator])):
            category = _NAMED.get(operator, "")
            called = {(category, str(each)) for each in kept.operands if isinstance(each, Name)}
            if called and category:
                named |= called
                kept = _renamed(kept, category, names)
            if category or all(name in INTENTS for _, name in called):
                row.append(kept)
    return b"\n".join([*written, pikepdf.unparse_content_stream(row)]), named


def instructions(drawing: bytes) -> int:
    """Return about how many instructions a drawing has, without taking it apart."""
    return sum(1 for _ in _OPERATOR.finditer(drawing))


def _parsed(document: Pdf, drawing: bytes) -> list[Instruction | ContentStreamInlineImage]:
    if len(drawing) > _LARGEST:
        raise TooMuchInside
    try:
        return pikepdf.parse_content_stream(document.make_stream(drawing))
    except pikepdf.PdfError:
        raise Broken from None


def _kept(instruction: Instruction, takes: str) -> Instruction | None:
    """Return the instruction with no more operands than it takes; None if they are not of its kinds."""
    operands = list(instruction.operands)
    most = _MOST_INKS if takes in ("+", "*") else len(takes)
    kept = operands[len(operands) - min(most, len(operands)) :]
    kinds = takes * len(kept) if takes in ("+", "*") else takes[len(takes) - len(kept) :]
    if not all(map(_is, kept, kinds)):
        return None
    if len(kept) == len(operands):
        return instruction
    return Instruction(kept, instruction.operator)


def _renamed(instruction: Instruction, category: str, names: Names) -> Instruction:
    operands = [
        names.new(category, str(each)) if isinstance(each, Name) else each for each in instruction.operands
    ]
    return Instruction(operands, instruction.operator)


def _is(operand: object, kind: str) -> bool:
    if kind == "t":
        return isinstance(operand, Array) and all(
            is_number(each) or isinstance(each, String) for each in operand
        )
    if kind == "d":
        return are_numbers(operand)
    if kind == "s":
        return isinstance(operand, String)
    return (kind in "n+*" and is_number(operand)) or (kind in "/*" and isinstance(operand, Name))
