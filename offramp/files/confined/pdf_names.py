"""The names of a PDF: those of the standard stay; what a file called its parts is called by numbers."""

import re
from dataclasses import dataclass, field

from pikepdf import Name

# ISO 32000-1:2008: types and subtypes, tables 58, 70, 118, 136, 137, 147, annex D.
_WORDS = """
Page XObject Image Form Font FontDescriptor Encoding CMap ExtGState Pattern Mask Group Shading
Type0 Type1 MMType1 Type3 TrueType CIDFontType0 CIDFontType2 Type1C CIDFontType0C OpenType
Transparency Alpha Luminosity Compatible Normal Multiply Screen Overlay Darken Lighten ColorDodge
ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Identity Default None
AbsoluteColorimetric RelativeColorimetric Perceptual StandardEncoding MacRomanEncoding
WinAnsiEncoding MacExpertEncoding PDFDocEncoding UltraCondensed ExtraCondensed Condensed
SemiCondensed SemiExpanded Expanded ExtraExpanded UltraExpanded H V
"""
# Table 118, each once for lines and once for columns.
_MAPS = """
GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5
CNS-EUC UniCNS-UCS2 UniCNS-UTF16 83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ
UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16 KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2
UniKS-UTF16 Identity
"""
STANDARD = frozenset(
    (
        *(f"/{name}" for name in _WORDS.split()),
        *(f"/{name}-{way}" for name in _MAPS.split() for way in ("H", "V")),
    )
)
# Color spaces that no resource needs to tell of, by their long and short names.
DEVICES = frozenset(("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/G", "/RGB", "/CMYK"))
INTENTS = frozenset(("/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"))
_INKS = frozenset(("/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"))
_LETTERS = {
    "/ColorSpace": "C",
    "/Pattern": "P",
    "/Font": "F",
    "/XObject": "X",
    "/ExtGState": "G",
    "/Shading": "S",
    "/Colorant": "Ink",
}
_NO_LETTER = re.compile(r"[^A-Za-z0-9,._+-]")
_LONGEST_FONT = 63
_LONGEST_GLYPH = 31


@dataclass
class Names:
    """What the parts of one document are called, by their category and their names until now."""

    _numbers: dict[str, dict[str, int]] = field(default_factory=dict)

    def new(self, category: str, name: str) -> Name:
        """Return the new name, always the same for the same; a device's own stays."""
        if (category == "/ColorSpace" and name in DEVICES) or (category == "/Colorant" and name in _INKS):
            return Name(name)
        known = self._numbers.setdefault(category, {})
        return Name(f"/{_LETTERS[category]}{known.setdefault(name, len(known) + 1)}")


def of_a_font(name: Name) -> Name:
    """Return the name of a font in the form that fonts have: readers choose one like it by its name."""
    return Name("/" + (_NO_LETTER.sub("", str(name)[1:])[:_LONGEST_FONT] or "Font"))


def of_a_glyph(name: Name) -> Name:
    """Return the name of a glyph if it is in the form that they have, else that of none."""
    said = str(name)[1:]
    return Name("/.notdef") if len(said) > _LONGEST_GLYPH or _NO_LETTER.search(said) else name
