"""The codes of fields that stay: nothing is in them but what a field needs, under its new names."""

import re
from collections.abc import Callable

from offramp.files.confined import markup
from offramp.files.confined.addresses import is_plain
from offramp.files.confined.aliases import Aliases
from offramp.files.confined.markup import Element
from offramp.files.confined.word_names import XML, W

_TOKEN = re.compile(r'\\.|"[^"]*"|[^\s"\\]+')
_SWITCH = re.compile(r"\\[a-z*]")
_LEVELS = re.compile(r"[1-9](?:-[1-9])?")
_FORMAT = re.compile(
    r"mergeformat|charformat|arabic|roman|alphabetic|upper|lower|firstcap|caps", re.IGNORECASE
)
_LABELS = {"Figure", "Table", "Equation", "Abbildung", "Tabelle", "Ilustración", "Tabla", "Tableau"}
# By field and switch, what stands behind it; the empty one is what stands behind the field's own name.
_TAKEN = {
    "REF": {"": "place"},
    "PAGEREF": {"": "place"},
    "NOTEREF": {"": "place"},
    "STYLEREF": {"": "style"},
    "SEQ": {"": "label", r"\r": "levels", r"\s": "levels"},
    "HYPERLINK": {"": "address", r"\l": "place"},
    "TOC": {
        r"\o": "levels",
        r"\n": "levels",
        r"\b": "place",
        r"\t": "styles",
        r"\c": "label",
        r"\a": "label",
    },
}


class Codes:
    """Writes the code of a field anew."""

    def __init__(self, place: Callable[[str], str], styles: dict[str, str]) -> None:
        self._styles = styles
        self._readings: dict[str, Callable[[str], str]] = {
            "place": place,
            "style": lambda said: said if _LEVELS.fullmatch(said) else styles.get(said, ""),
            "styles": self._listed,
            "label": lambda said: said if said in _LABELS else self._labels.of(said),
            "levels": lambda said: said if _LEVELS.fullmatch(said) else "",
            "address": lambda said: said if is_plain(said) else "",
            "format": lambda said: said if _FORMAT.fullmatch(said) else "",
        }
        self._labels = Aliases("Label")

    def written(self, code: str) -> str:
        """Return a code with its name, its known switches and what stands behind them."""
        name, *tokens = _TOKEN.findall(code) or [""]
        told: list[list[str]] = [[""]]
        for token in tokens:
            if token.startswith("\\"):
                told.append([token])
            else:
                told[-1].append(token.strip('"'))
        parts = [self._told(name.upper(), *each) for each in told]
        return " ".join([name.upper(), *filter(None, parts)])

    def _told(self, name: str, switch: str, said: str = "", *_more: str) -> str:
        if not said:
            return switch if _SWITCH.fullmatch(switch) else ""
        kind = "format" if switch == r"\*" else _TAKEN.get(name, {}).get(switch)
        new = self._readings[kind](said) if kind else ""
        if not new:
            return ""
        return f"{switch} {new}" if kind == "format" else f'{switch} "{new}"'.strip()

    def _listed(self, said: str) -> str:
        """Rewrite styles and levels in turn: Chapter,1,Part,2."""
        words = re.split("[,;]", said)
        pairs = zip(words[::2], words[1::2], strict=False)
        known = [(self._styles[name], level) for name, level in pairs if name in self._styles]
        return ",".join(f"{name},{level}" for name, level in known if _LEVELS.fullmatch(level))


def recode(root: Element, codes: Codes) -> None:
    """Write the code of every field anew."""
    open_ones: list[list[Element]] = []
    for element in list(root.iter(f"{W}fldChar", f"{W}instrText")):
        turn = element.get(f"{W}fldCharType")
        if turn == "begin":
            open_ones.append([])
        elif turn == "end" and open_ones:
            _recode(open_ones.pop(), codes)
        elif element.tag == f"{W}instrText" and open_ones:
            open_ones[-1].append(element)
        elif element.tag == f"{W}instrText":
            markup.drop(element)
    for simple in root.iter(f"{W}fldSimple"):
        simple.set(f"{W}instr", f" {codes.written(simple.get(f'{W}instr', ''))} ")


def _recode(texts: list[Element], codes: Codes) -> None:
    code = codes.written("".join(text.text or "" for text in texts))
    for text in texts[1:]:
        markup.drop(text)
    for text in texts[:1]:
        text.text = f" {code} "
        text.set(f"{XML}space", "preserve")
