"""What a letter looks like where somebody passes its address on: a picture drawn here, by nobody else."""

import json
from functools import lru_cache

import typst

WIDTH, HEIGHT = 1200, 630
# Words go in as JSON, never as a program: a title cannot draw anything but itself.
DRAWING = rb"""
#let said = json(bytes(sys.inputs.said))
#set page(width: 600pt, height: 315pt, margin: (left: 46pt, right: 40pt, y: 34pt), fill: rgb("#f8f5ee"),
  background: place(left + top, rect(width: 14pt, height: 100%, fill: rgb("#1e5b4f"))))
#set text(font: "Libertinus Serif", fill: rgb("#1c2630"), lang: said.language, hyphenate: false)
#set par(leading: 0.4em)
#text(17pt, fill: rgb("#1e5b4f"), weight: "semibold", said.campaign)
#v(1fr)
#text(said.size * 1pt, weight: "semibold", said.title)
#v(1fr)
#text(17pt, fill: rgb("#525d69"), said.below)
"""
# The longer a title, the smaller: 160 characters still fit.
SIZES = ((36, 46), (70, 38), (110, 31), (160, 26))


# A letter a week in two languages fills this in two years; then it holds 16 MB.
@lru_cache(maxsize=256)
def draw(*, campaign: str, title: str, below: str, language: str) -> bytes:
    """A PNG of 1200 by 630 pixels."""
    size = next((size for longest, size in SIZES if len(title) <= longest), SIZES[-1][1])
    said = {"campaign": campaign, "title": title, "below": below, "language": language[:2], "size": size}
    drawn = typst.compile(DRAWING, format="png", ppi=144, sys_inputs={"said": json.dumps(said)})
    return drawn[0] if isinstance(drawn, list) else drawn
