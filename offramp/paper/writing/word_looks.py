"""How each design looks in Word: fonts that every Word has, as none is embedded, and their like elsewhere."""

from dataclasses import asdict, dataclass, replace
from string import Template

_BOLD = "<w:b/><w:bCs/>"
_SLANTED = "<w:i/><w:iCs/>"
_STEPS = {"large": (1, 6, 20), "usual": (0, 0, 0), "small": (-1, -7, -40)}


def _rule(side: str, size: int, space: int, color: str) -> str:
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


@dataclass(frozen=True)
class Look:
    """Sizes in half points, room in twentieths of a point, margins in millimeters; the rest as Word has."""

    font: str
    size: int
    line: int  # 240 is one line
    name: str
    name_size: int
    label: str
    label_size: int
    heading_size: int
    letter_size: int
    above: int  # a heading
    margins: tuple[float, float]  # left, right
    side: str = "left"
    ink: str = "000000"
    quiet: str = "4D4D4D"
    heading: str = ""
    employer: str = _BOLD
    title: str = _BOLD
    rule: str = ""
    outdent: int = 0

    def resized(self, size: str) -> "Look":
        """For a paper that is short, or would run over a page by a few lines."""
        more, looser, wider = _STEPS[size]
        letter_size = self.letter_size + min(0, more)
        return replace(
            self,
            size=self.size + more,
            line=self.line + looser,
            above=self.above + wider,
            letter_size=letter_size,
        )

    def dress(self, styles: bytes, language: str) -> bytes:
        """Put into the styles what this design has there."""
        out = f'<w:ind w:left="-{self.outdent}"/>' if self.outdent else ""
        return Template(styles.decode()).substitute(asdict(self), out=out, language=language).encode()


LOOKS = {
    "plain": Look(
        font="Calibri",
        size=20,
        line=245,
        name=_BOLD,
        name_size=48,
        label="",
        label_size=25,
        heading_size=26,
        letter_size=22,
        above=180,
        margins=(27.4, 22.9),
        employer="",
        outdent=331,
    ),
    "classic": Look(
        font="Cambria",
        size=20,
        line=247,
        name="",
        name_size=54,
        label=_SLANTED,
        label_size=25,
        heading_size=26,
        letter_size=22,
        above=170,
        margins=(24.1, 24.1),
        side="center",
        quiet="000000",
        heading="<w:smallCaps/>",
        title=_SLANTED,
        rule=_rule("bottom", 4, 1, "4D4D4D"),
    ),
    "modern": Look(
        font="Arial",
        size=19,
        line=259,
        name=_BOLD,
        name_size=48,
        label="",
        label_size=23,
        heading_size=23,
        letter_size=21,
        above=210,
        margins=(21.6, 21.6),
        ink="1B4A5C",
        rule=_rule("top", 8, 4, "8DA5AE"),
    ),
}
