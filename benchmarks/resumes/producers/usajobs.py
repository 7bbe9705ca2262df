"""The look of the government's résumé builder, printed: labels everywhere, and duties in one block.

An older form says the title first, and series and grade between it and the dates.
"""

from html import escape

from benchmarks.resumes.producers import browser
from benchmarks.resumes.script import Resume
from benchmarks.resumes.style import Style

_LOOK = """
body { font: 10pt/1.4 Liberation Sans } h1 { font-size: 16pt } p { margin: 1px 0 }
.job { margin-bottom: 16px }
h2 { font-size: 12pt; border-bottom: 1px solid }
"""


def write(resume: Resume, style: Style, *, is_older: bool = False) -> bytes:
    """Return the file."""
    basics = resume["basics"]
    place = f"{basics['location']['city']}, {basics['location']['region']} US"
    told = [basics["name"], place, f"Phone: {basics['phone']}", f"Email: {basics['email']}"]
    facts = {
        "Country of Citizenship": "x-citizenship",
        "Veterans' Preference": "x-veteransPreference",
        "Security Clearance": "x-clearance",
    }
    body = [f"<h1>{escape(told[0])}</h1>", *map(_p, told[1:])]
    body += [_p(f"{label}: {basics[key]}") for label, key in facts.items() if basics.get(key)]
    body += [
        "<h2>Work Experience:</h2>",
        *(_job(entry, style, is_older=is_older) for entry in resume["work"]),
    ]
    body += [
        "<h2>Education:</h2>",
        *(_school(entry, style, is_older=is_older) for entry in resume["education"]),
    ]
    body += _rest(resume, style)
    return browser.printed(f"<!doctype html><meta charset=utf-8><style>{_LOOK}</style>{''.join(body)}")


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _job(entry: Resume, style: Style, *, is_older: bool) -> str:
    lines = [f"<p><b>{escape(entry['name'])}</b></p>", _p(f"{entry['location']} United States")]
    when = [_p(style.span(entry["startDate"], entry.get("endDate", "")))]
    paid = [_p(f"Salary: {entry['x-salary']}")] if entry.get("x-salary") else []
    paid += [_p(f"Hours per week: {entry['x-hoursPerWeek']}")] if entry.get("x-hoursPerWeek") else []
    graded = []
    if entry.get("x-series"):
        plan, _, grade = entry["x-grade"].partition("-")
        graded = [_p(f"Series: {entry['x-series']} Pay Plan: {plan} Grade: {grade}")]
    is_federal = "x-series" in entry and not is_older
    title = [f"<p><b>{escape(entry['position'])}</b>{' (This is a federal job)' if is_federal else ''}</p>"]
    lines += [*title, *graded, *when, *paid] if is_older else [*when, *paid, *graded, *title]
    return f"<div class=job>{''.join(lines + _duties(entry, style))}</div>"


def _duties(entry: Resume, style: Style) -> list[str]:
    lines = []
    if entry.get("highlights") or entry.get("summary"):
        lines.append(_p("Duties, Accomplishments and Related Skills:"))
    lines += [_p(entry["summary"])] if entry.get("summary") else []
    lines += [_p(f"{style.glyph} {text}") for text in entry.get("highlights", [])]
    if entry.get("x-supervisor"):
        lines.append(_p(f"Supervisor: {entry['x-supervisor']}"))
    if entry.get("x-mayContact"):
        lines.append(_p(f"Okay to contact this Supervisor: {entry['x-mayContact']}"))
    return lines


def _school(entry: Resume, style: Style, *, is_older: bool) -> str:
    place = f" {entry['x-location']} United States" if entry.get("x-location") else ""
    lines = [f"<b>{escape(entry['institution'])}</b>{escape(place)}"]
    lines.append(escape(f"{entry['studyType']} {style.date(entry['endDate'])}"))
    if entry.get("score"):
        lines.append(f"GPA: {entry['score']}{' of a maximum 4.0' if is_older else ''}")
    if is_older:
        lines.append("Credits Earned: 120 Semester hours")
    if entry.get("area"):
        lines.append(escape(f"Major: {entry['area']}"))
    return "<div class=job>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"


def _rest(resume: Resume, style: Style) -> list[str]:
    made = []
    if resume.get("languages"):
        made += ["<h2>Language Skills:</h2>"]
        made += [_p(f"{each['language']}: {each['fluency']}") for each in resume["languages"]]
    if resume.get("certificates"):
        made += ["<h2>Job Related Training:</h2>"]
        for each in resume["certificates"]:
            told = [each["name"], each.get("issuer"), style.date(each["date"]) if each.get("date") else None]
            made += [_p(", ".join(text for text in told if text))]
    if resume["basics"].get("summary"):
        made += ["<h2>Additional Information:</h2>", _p(resume["basics"]["summary"])]
    return made
