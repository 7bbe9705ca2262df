"""What LibreOffice adds to OpenDocument: only what a page needs to look as it did."""

from offramp.files.confined import markup
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import LOEXT
from offramp.files.removals import Trace

_ELEMENTS = {f"{LOEXT}{name}" for name in ("graphic-properties", "table-properties", "p", "h", "table")}
# Of a line to sign on, who should sign and where to write to.
_TOLD = {f"{LOEXT}signatureline": Trace.SIGNATURE, f"{LOEXT}list-item": Trace.FORM}
_NAMES = """
    opacity linked-style-name hyphenation-no-caps hyphenation-no-last-word hyphenation-word-char-count
    hyphenation-zone hyphenation-keep-type hyphenation-keep-line hyphenation-compound-remain-char-count
    num-list-format num-list-label color-lum-mod color-lum-off theme-color margin-gutter rtl-gutter
    contextual-spacing char-shading-value writing-mode border border-left border-right border-top
    border-bottom padding padding-left padding-right padding-top padding-bottom shadow rel-width-rel
    rel-height-rel allow-overlap may-break-between-pages is-split-allowed regular-hyphenation
    glow-radius glow-color glow-transparency softedge-radius shadow-blur fill-use-slide-background
    decorative mirror text-columns tab-stop-distance stroke-width font-independent-line-spacing
    hidden-footnote-separator snap-to-layout-grid word-spacing-minimum word-spacing-maximum
    letter-spacing-minimum letter-spacing-maximum scale-to-x scale-to-y
"""
_ATTRIBUTES = {f"{LOEXT}{name}" for name in _NAMES.split()}


def settle(root: Element, found: Findings) -> None:
    """Keep what is known, the words of what is not, and nothing else of it."""
    for element in markup.each(root, f"{LOEXT}*"):
        if element.tag in _ELEMENTS:
            continue
        found.add(_TOLD.get(element.tag, Trace.CUSTOM))
        has_words = any(words.strip() for words in element.itertext())
        (markup.unwrap if has_words else markup.drop)(element)
    markup.strip_attributes(root, lambda name, _: name.startswith(LOEXT) and name not in _ATTRIBUTES)
