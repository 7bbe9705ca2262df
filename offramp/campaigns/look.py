"""[look] in campaign.toml: a campaign's own colors, and its logo; what somebody could not read is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from offramp.campaigns.contrast import contrast
from offramp.campaigns.logo import Logo, read_logo
from offramp.campaigns.table import Table

Colors = Mapping[str, str]

# Those of offramp.css, by the same names. A campaign may exchange each that is not amber: that one protects.
OURS: Mapping[str, Colors] = {
    "light": {
        "paper": "#f8f5ee",
        "sheet": "#fffdf9",
        "ink": "#1c2630",
        "quiet": "#525d69",
        "line": "#ddd5c7",
        "edge": "#79828d",
        "road": "#1e5b4f",
        "road_deep": "#16463d",
        "road_sheet": "#e7efe9",
        "on_road": "#ffffff",
        "care": "#6f4300",
        "care_edge": "#b5761a",
        "care_sheet": "#fbf0da",
    },
    "dark": {
        "paper": "#13181d",
        "sheet": "#1b2128",
        "ink": "#e9e6df",
        "quiet": "#a9b1b9",
        "line": "#323b45",
        "edge": "#7c8894",
        "road": "#8fd0bf",
        "road_deep": "#b3e2d6",
        "road_sheet": "#1a2b29",
        "on_road": "#0d1a17",
        "care": "#f0c27a",
        "care_edge": "#b98a3c",
        "care_sheet": "#2a2316",
    },
}
NAMES = tuple(name for name in OURS["light"] if not name.startswith("care"))
COLOR = re.compile(r"#[0-9a-fA-F]{6}")

# What stands on what, and the least contrast of WCAG 2.2 AA: for words, and for what shows where to press.
GROUNDS = ("paper", "sheet", "road_sheet")
WORDS, SIGNS = 4.5, 3.0
PAIRS = (
    *((ink, ground, WORDS) for ink in ("ink", "quiet", "road", "road_deep", "care") for ground in GROUNDS),
    *(("on_road", ground, WORDS) for ground in ("road", "road_deep")),
    *((ink, "care_sheet", WORDS) for ink in ("ink", "care", "road")),
    *((sign, ground, SIGNS) for sign in ("edge", "care_edge") for ground in ("paper", "sheet")),
)


@dataclass(frozen=True)
class Look:
    """The colors that are the campaign's own, by scheme, and its logo."""

    colors: Mapping[str, Colors]
    logo: Logo | None = None

    @cached_property
    def sheet(self) -> str:
        """A style sheet that stands behind ours; empty where all colors are ours. Paper keeps its own."""
        return "".join(
            f"@media screen and (prefers-color-scheme:{scheme}){{:root{{{_rules(colors)}}}}}"
            for scheme, colors in self.colors.items()
        )

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What is asked for beside the pages, each under the hash of its content."""
        found = {"css": self.sheet.encode()} | ({"png": self.logo.picture} if self.logo else {})
        return {f"{sha256(content).hexdigest()[:12]}.{kind}": content for kind, content in found.items()}

    @property
    def sheet_name(self) -> str:
        return self._named("css") if self.sheet else ""

    @property
    def logo_name(self) -> str:
        return self._named("png") if self.logo else ""

    def _named(self, kind: str) -> str:
        return next(name for name in self.files if name.endswith(kind))


def read_look(campaign: Table, folder: Path) -> Look:
    """The look of this folder; ours where it says nothing. Raises CampaignBroken."""
    if "look" not in campaign.values:
        return Look({}, read_logo(folder))
    whole = campaign.child("look").only(*OURS)
    tables = {scheme: whole.child(scheme) for scheme in OURS if scheme in whole.values}
    for scheme, table in tables.items():
        _refuse_unreadable(table, scheme)
    return Look({scheme: _colors(table) for scheme, table in tables.items()}, read_logo(folder))


def _colors(table: Table) -> dict[str, str]:
    table.only(*NAMES)
    return {name: _color(table, name) for name in table.values}


def _color(table: Table, name: str) -> str:
    color = table.text(name)
    if not COLOR.fullmatch(color):
        raise table.broken(name, "a color such as “#1e5b4f”", f"“{color}”")
    return color.lower()


def _refuse_unreadable(table: Table, scheme: str) -> None:
    """What stays ours is looked at too: our links on another paper may be lost."""
    own = _colors(table)
    colors = {**OURS[scheme], **own}
    for ink, ground, least in PAIRS:
        ratio = contrast(colors[ink], colors[ground])
        if ratio < least and (own.keys() & {ink, ground}):
            both = f"“{ink}” {colors[ink]} on “{ground}” {colors[ground]}"
            expected = f"a contrast of at least {least:g}:1 in the {scheme} colors for {both}"
            # Never rounded up to what was asked for.
            raise table.broken(ink if ink in own else ground, expected, f"{int(ratio * 100) / 100}:1")


def _rules(colors: Colors) -> str:
    return "".join(f"--{name.replace('_', '-')}:{color};" for name, color in colors.items())
