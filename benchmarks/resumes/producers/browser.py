"""PDF by Chromium from HTML: one column, two columns, and the look of the government's résumé builder."""

from functools import cache
from html import escape

from playwright.sync_api import Browser, sync_playwright

from benchmarks.resumes.script import Entry, Part, Script
from benchmarks.resumes.style import Style

_LOOK = """
body { font: 10.5pt/1.35 %s; margin: 0 } h1 { font-size: 20pt; margin: 0 }
h2 { font-size: 12.5pt; margin: 14px 0 4px }
p { margin: 2px 0 } ul { margin: 3px 0 8px; padding-left: 18px }
.row { display: flex; justify-content: space-between } .strong { font-weight: bold }
.entry { margin-top: 9px }
main { display: grid; grid-template-columns: %s; gap: 26px }
aside { background: #eef; padding: 8px }
"""
_MARGIN = "1.7cm"
_ASIDE = ("skills", "languages", "certificates", "awards")


@cache
def browser() -> Browser:
    """Return a Chromium that lives as long as the run."""
    return (
        sync_playwright().start().chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    )


def printed(page: str) -> bytes:
    """Return a page as PDF."""
    tab = browser().new_page()
    tab.set_content(page)
    made = tab.pdf(
        format="Letter", margin={"top": _MARGIN, "bottom": _MARGIN, "left": _MARGIN, "right": _MARGIN}
    )
    tab.close()
    return made


def write(script: Script, style: Style) -> bytes:
    """Return one column."""
    parts = "".join(_part(part) for part in script.parts)
    return printed(_page(style, _top(script, style) + parts, "1fr"))


def write_columns(script: Script, style: Style) -> bytes:
    """Return a narrow column with the contact beside a wide one."""
    side = "".join(_part(part) for part in script.parts if part.key in _ASIDE)
    wide = "".join(_part(part) for part in script.parts if part.key not in _ASIDE)
    contact = f"<h2>{'Contacto' if style.language == 'es' else 'Contact'}</h2>" + _paragraphs(script.contact)
    head = f"<h1>{escape(script.name)}</h1><p>{escape(script.label)}</p>"
    narrow = f"<aside>{contact}{_paragraphs(script.facts)}{side}</aside>"
    main = f"<section>{wide}</section>"
    if style.chance.random() < 0.5:
        return printed(_page(style, f"{head}<main>{narrow}{main}</main>", "190px 1fr"))
    return printed(_page(style, f"{head}<main>{main}{narrow}</main>", "1fr 190px"))


def _page(style: Style, body: str, columns: str) -> str:
    font = style.chance.choice(["Liberation Sans", "DejaVu Serif", "Liberation Serif"])
    return f"<!doctype html><meta charset=utf-8><style>{_LOOK % (font, columns)}</style>{body}"


def _top(script: Script, style: Style) -> str:
    contact = style.contact.join(script.contact).split("\n")
    return f"<h1>{escape(script.name)}</h1>" + _paragraphs([script.label, *contact, *script.facts])


def _part(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>" if part.heading else ""
    entries = "".join(map(_entry, part.entries))
    return heading + entries + _paragraphs(part.lines) + _list(part.bullets)


def _entry(entry: Entry) -> str:
    rows = "".join(
        f'<div class="row{" strong" if number == 0 else ""}"><span>{escape(left)}</span>'
        f"<span>{escape(right)}</span></div>"
        for number, (left, right) in enumerate([*entry.above, *entry.rows])
    )
    return f"<div class=entry>{rows}{_paragraphs(entry.lines)}{_list(entry.bullets)}</div>"


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _list(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>" if items else ""
