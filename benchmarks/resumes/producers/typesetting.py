"""PDF by Typst: one column, and two."""

import dataclasses
import json

import typst

from benchmarks.resumes.script import Script
from benchmarks.resumes.style import Style

_SOURCE = """
#let script = json(bytes(sys.inputs.script))
#let style = json(bytes(sys.inputs.style))
#set page(paper: "us-letter", margin: 1.8cm)
#set text(font: style.font, size: 10pt)
#set par(justify: style.justified, leading: 0.55em)
#set list(marker: [#style.glyph])
#let row(pair, strong: false) = {
  let left = if strong [*#pair.at(0)*] else [#pair.at(0)]
  if pair.at(1) == "" [#left] else { grid(columns: (1fr, auto), left, pair.at(1)) }
  parbreak()
}
#let entry(e) = block(breakable: true, above: 1em)[
  #if e.margin != "" [#text(gray)[#e.margin] #parbreak()]
  #for pair in e.above { row(pair, strong: true) }
  #for (n, pair) in e.rows.enumerate() { row(pair, strong: n == 0) }
  #for line in e.lines [#line #parbreak()]
  #if e.bullets.len() > 0 { list(..e.bullets) }
]
#let part(p) = [
  #if p.heading != "" { heading(level: 1, p.heading) }
  #for e in p.entries { entry(e) }
  #for line in p.lines [#line #parbreak()]
  #if p.bullets.len() > 0 { list(..p.bullets) }
]
#let top = [
  #text(20pt, weight: "bold")[#script.name] #parbreak()
  #text(12pt)[#script.label] #parbreak()
  #for line in style.contact [#line #parbreak()]
  #for line in script.facts [#line #parbreak()]
]
"""
_ONE = "#top\n#for p in script.parts { part(p) }\n"
_TWO = """
#let aside = ("skills", "languages", "certificates", "awards")
#top
#let main = [#for p in script.parts.filter(p => not aside.contains(p.key)) { part(p) }]
#let side = [#for p in script.parts.filter(p => aside.contains(p.key)) { part(p) }]
#if style.right { grid(columns: (1fr, 5cm), column-gutter: 0.8cm, main, side) } else {
  grid(columns: (5cm, 1fr), column-gutter: 0.8cm, side, main) }
"""


def write(script: Script, style: Style) -> bytes:
    """Return one column."""
    return _written(_SOURCE + _ONE, script, style)


def write_columns(script: Script, style: Style) -> bytes:
    """Return a narrow column beside a wide one."""
    return _written(_SOURCE + _TWO, script, style)


def _written(source: str, script: Script, style: Style) -> bytes:
    manner = {
        "font": style.chance.choice(["Libertinus Serif", "DejaVu Sans", "Liberation Sans"]),
        "justified": style.chance.random() < 0.4,
        "right": style.chance.random() < 0.5,
        "glyph": style.glyph,
        "contact": style.contact.join(script.contact).split("\n"),
    }
    inputs = {"script": json.dumps(dataclasses.asdict(script)), "style": json.dumps(manner)}
    made = typst.compile(source.encode(), sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made
