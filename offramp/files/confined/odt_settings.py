"""How a page is laid out, as LibreOffice counts it: without these it would fall back on its oldest ways."""

import re

from lxml import etree

from offramp.files.confined import markup
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import CONFIG, OFFICE
from offramp.files.confined.parts import Parts

PART = "settings.xml"
_SETS = "ooo:configuration-settings"
# All else that is set, printers, databases and numbers of revisions among it, is nothing a page shows.
_SWITCHES = """
    AddExternalLeading AddFrameOffsets AddParaLineSpacingToTableCells AddParaSpacingToTableCells
    AddParaTableSpacing AddParaTableSpacingAtStart AddVerticalFrameOffsets AlignTabStopPosition
    ApplyParagraphMarkFormatToNumbering AutoFirstLineIndentDisregardLineSpace BackgroundParaOverDrawings
    ClipAsCharacterAnchoredWriterFlyFrames ClippedPictures CollapseEmptyCellPara ConsiderTextWrapOnObjPos
    ContinuousEndnotes DisableOffPagePositioning DoNotCaptureDrawObjsOnPage DoNotJustifyLinesWithManualBreak
    DoNotResetParaAttrsForNumFont FloattableNomargins FootnoteInColumnToPageEnd FrameAutowidthWithMorePara
    GutterAtTop HeaderSpacingBelowLastPara IgnoreFirstLineIndentInNumbering
    IgnoreTabsAndBlanksForLineCalculation InvertBorderSpacing IsKernAsianPunctuation MathBaselineAlignment
    MsWordCompMinLineHeightByFly MsWordCompTrailingBlanks NoNumberingShowFollowBy OutlineLevelYieldsNumbering
    PropLineSpacingShrinksFirstLine SmallCapsPercentage66 StylesNoDefault SubtractFlysAnchoredAtFlys
    SurroundTextWrapSmall TabAtLeftIndentForParagraphsInList TableRowKeep TabOverflow TabOverMargin
    TabOverSpacing TabsRelativeToIndent TreatSingleColumnBreakAsPageBreak UnbreakableNumberings
    UnxForceZeroExtLeading UseFormerLineSpacing UseFormerObjectPositioning UseFormerTextWrapping
    UseOldNumbering UseOldPrinterMetrics WordLikeWrapForAsCharFlys
"""
_KNOWN: dict[str, tuple[str, re.Pattern[str]]] = {
    **dict.fromkeys(_SWITCHES.split(), ("boolean", re.compile("true|false"))),
    "CharacterCompressionType": ("short", re.compile("[0-2]")),
    "PrinterIndependentLayout": ("string", re.compile("(?:high|low)-resolution|enabled|disabled")),
}


def part(old: Parts) -> dict[str, bytes]:
    """Return the part with only the settings that are known, if any. Raises Broken, TooMuchInside."""
    if PART not in old:
        return {}
    root = markup.read(old.read(PART))
    said = {item.get(f"{CONFIG}name", ""): (item.text or "").strip() for item in _items(root)}
    kept = {name: said[name] for name, (_, form) in _KNOWN.items() if form.fullmatch(said.get(name, ""))}
    return {PART: markup.write(_written(kept))} if kept else {}


def _items(root: Element) -> list[Element]:
    return [
        item
        for each in root.iterfind(f"{OFFICE}settings/{CONFIG}config-item-set")
        if each.get(f"{CONFIG}name") == _SETS
        for item in each.iterfind(f"{CONFIG}config-item")
    ]


def _written(kept: dict[str, str]) -> Element:
    names = {"office": OFFICE[1:-1], "config": CONFIG[1:-1], "ooo": "http://openoffice.org/2004/office"}
    root = etree.Element(f"{OFFICE}document-settings", {f"{OFFICE}version": "1.3"}, nsmap=names)
    settings = etree.SubElement(root, f"{OFFICE}settings")
    items = etree.SubElement(settings, f"{CONFIG}config-item-set", {f"{CONFIG}name": _SETS})
    for name, value in kept.items():
        told = {f"{CONFIG}name": name, f"{CONFIG}type": _KNOWN[name][0]}
        etree.SubElement(items, f"{CONFIG}config-item", told).text = value
    return root
