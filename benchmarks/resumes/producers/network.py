"""The look of a professional network's export: a narrow column, durations, and "Page 1 of 3"."""

import dataclasses
import json
from datetime import date
from typing import Any

import typst

from benchmarks.resumes.script import Resume
from benchmarks.resumes.style import Style

_SOURCE = """
#let it = json(bytes(sys.inputs.it))
#set text(font: "Liberation Sans", size: 10.5pt)
#set page(paper: "us-letter", margin: (left: 7.6cm, rest: 1.8cm),
  footer: context align(right, text(9pt, gray)[
    #it.page #counter(page).display() #it.of #counter(page).final().at(0)
  ]),
)
#place(top + left, dx: -6.6cm, block(width: 5.4cm)[
  #for part in it.side [
    #text(13pt)[#part.heading] #parbreak()
    #for line in part.lines [#line #parbreak()]
    #v(0.5em)
  ]
])
#text(24pt)[#it.name] #parbreak()
#text(12pt)[#it.label] #parbreak()
#text(gray)[#it.place] #parbreak()
#for part in it.main [
  #v(0.8em)
  #text(15pt)[#part.heading] #parbreak()
  #for (size, line) in part.lines [#text(float(size) * 1pt)[#line] #parbreak()]
]
"""


def write(resume: Resume, style: Style) -> bytes:
    """Return the file."""
    words = _SPANISH if style.language == "es" else _ENGLISH
    basics = resume["basics"]
    it = {
        "name": basics["name"],
        "label": basics["label"],
        "place": f"{basics['location']['city']}, {basics['location']['region']}, {words['country']}",
        "side": _parts(_side(resume), words),
        "main": _parts(_main(resume, style), words),
        "page": words["page"],
        "of": words["of"],
    }
    made = typst.compile(_SOURCE.encode(), sys_inputs={"it": json.dumps(it)})
    assert isinstance(made, bytes)
    return made


def _parts(lines: dict[str, list[Any]], words: dict[str, str]) -> list[dict[str, Any]]:
    return [{"heading": words[key], "lines": told} for key, told in lines.items() if told]


def _side(resume: Resume) -> dict[str, list[Any]]:
    basics = resume["basics"]
    return {
        "contact": [f"{basics['phone']} (Mobile)", basics["email"]],
        "skills": [word for group in resume["skills"] for word in group["keywords"]][:3],
        "languages": [f"{each['language']} ({each['fluency']})" for each in resume.get("languages", [])],
        "certificates": [each["name"] for each in resume.get("certificates", [])],
    }


def _main(resume: Resume, style: Style) -> dict[str, list[Any]]:
    summary = resume["basics"].get("summary")
    return {
        "summary": [(10.5, summary)] if summary else [],
        "work": _jobs(resume, style),
        "education": [line for each in resume["education"] for line in _school(each)],
    }


def styled(style: Style) -> Style:
    """Return the style this producer has of its own: months in full, bullets typed by hand."""
    return dataclasses.replace(
        style,
        dates="full",
        dash=" - ",
        glyph=style.chance.choice(["•", "-", "*"]),
        federal="",
        is_grouped=False,
    )


def told(resume: Resume) -> Resume:
    """Return what such an export holds: years of school only, and three skills."""
    resume["skills"] = [{"name": "", "keywords": [w for g in resume["skills"] for w in g["keywords"]][:3]}]
    resume["certificates"] = [{"name": entry["name"]} for entry in resume.get("certificates", [])]
    for key in ("volunteer", "awards"):
        resume.pop(key, None)
    for entry in resume["education"]:
        entry.pop("x-location", None)
        entry.pop("score", None)
        for key in ("startDate", "endDate"):
            if key in entry:
                entry[key] = entry[key][:4]
    return resume


def _jobs(resume: Resume, style: Style) -> list[tuple[float, str]]:
    lines: list[tuple[float, str]] = []
    names = [entry["name"] for entry in resume["work"]]
    for number, entry in enumerate(resume["work"]):
        if number == 0 or names[number - 1] != entry["name"]:
            lines.append((12, entry["name"]))
            together = [x for x in resume["work"] if x["name"] == entry["name"]]
            if len(together) > 1 and names[number : number + 2] == [entry["name"]] * 2:
                lines.append(
                    (10.5, _lasted(together[-1]["startDate"], together[0].get("endDate", ""), style))
                )
        lines.append((11.5, entry["position"]))
        span = style.span(entry["startDate"], entry.get("endDate", ""))
        lines.append((10.5, f"{span} ({_lasted(entry['startDate'], entry.get('endDate', ''), style)})"))
        lines.append((10.5, entry["location"]))
        lines += [(10.5, entry["summary"])] if entry.get("summary") else []
        lines += [
            (10.5, f"{style.glyph} {text.rstrip('.')}{style.bullet_ends}")
            for text in entry.get("highlights", [])
        ]
    return lines


def _lasted(start: str, end: str, style: Style) -> str:
    first = date.fromisoformat(start + "-01")
    last = date.fromisoformat((end or "2026-10") + "-01")
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    year, month = ("años", "meses") if style.language == "es" else ("years", "months")
    told = [f"{months // 12} {year}"] if months >= 12 else []
    return " ".join([*told, f"{months % 12} {month}"] if months % 12 else told)


def _school(entry: Resume) -> list[tuple[float, str]]:
    area = f", {entry['area']}" if entry.get("area") else ""
    years = " - ".join(entry[key][:4] for key in ("startDate", "endDate") if entry.get(key))
    return [(12, entry["institution"]), (10.5, f"{entry['studyType']}{area} · ({years})")]


_ENGLISH = {
    "contact": "Contact", "skills": "Top Skills", "languages": "Languages", "certificates": "Certifications",
    "summary": "Summary", "work": "Experience", "education": "Education", "page": "Page", "of": "of",
    "country": "United States",
}  # fmt: skip
_SPANISH = {
    "contact": "Contactar", "skills": "Aptitudes principales", "languages": "Languages",
    "certificates": "Certifications", "summary": "Extracto", "work": "Experiencia", "education": "Educación",
    "page": "Page", "of": "of", "country": "Estados Unidos",
}  # fmt: skip
