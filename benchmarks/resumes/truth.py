"""What a reader should find in a file: the persona, as far as its style says it."""

import copy

from benchmarks.resumes.script import Resume
from benchmarks.resumes.style import Style

_FEDERAL = ("x-hoursPerWeek", "x-series", "x-grade", "x-salary", "x-supervisor", "x-mayContact")
_FACTS = ("x-citizenship", "x-veteransPreference", "x-clearance")


def told(resume: Resume, style: Style) -> Resume:
    """Return the truth of one file: years where it writes only years, no federal fields where it has none."""
    truth = copy.deepcopy(resume)
    for section in ("work", "education", "certificates", "volunteer", "awards"):
        for entry in truth.get(section, []):
            for key in ("startDate", "endDate", "date"):
                if key in entry and style.dates == "year":
                    entry[key] = entry[key][:4]
            for key in _FEDERAL:
                if not style.federal:
                    entry.pop(key, None)
            entry["highlights"] = [
                text.rstrip(".") + style.bullet_ends for text in entry.get("highlights", [])
            ]
            # One year alone is read as both ends.
            if section == "education" and entry.get("startDate") == entry.get("endDate"):
                entry.pop("startDate", None)
    _say_once(truth["work"], style)
    for key in _FACTS:
        if not style.federal:
            truth["basics"].pop(key, None)
    return truth


def _say_once(work: list[Resume], style: Style) -> None:
    """Of several positions at one employer, written under its name, only the first says the place."""
    names = [entry["name"] for entry in work]
    for at in range(1, len(work)):
        if style.is_grouped and names[at] == names[at - 1]:
            work[at].pop("location", None)
