"""How much of the truth was read: each field either stands where it belongs, exactly, or does not.

Exactly: after runs of white space are one space and typographic quotes are plain ones. Entries are laid
side by side in their order, so that most fields agree; an entry read counts for one of the truth at most.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

Resume = dict[str, Any]
Pair = tuple[str, bool]

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
CORE = ("employer", "title", "dates", "bullets", "education")
_WORK = {"employer": ("name",), "title": ("position",), "dates": ("startDate", "endDate")}
_SCHOOL = {
    "institution": ("institution",),
    "degree": ("studyType",),
    "area": ("area",),
    "dates": ("startDate", "endDate"),
}
_FEDERAL = ("x-hoursPerWeek", "x-series", "x-grade", "x-salary", "x-supervisor", "x-mayContact")


def pairs(truth: Resume, read: Resume) -> Iterator[Pair]:
    """Yield each field of the truth by its name, and whether it was read."""
    for told, found in _beside(truth.get("work", []), read.get("work", []), _WORK):
        for name, keys in _WORK.items():
            yield name, _agree(told, found, keys)
        bullets = Counter(map(same, found.get("highlights", [])))
        for bullet in told.get("highlights", []):
            yield "bullets", bullets[same(bullet)] > 0
            bullets[same(bullet)] -= 1
        for key in ("location", *_FEDERAL, "summary"):
            if told.get(key):
                yield "federal" if key in _FEDERAL else key, _agree(told, found, (key,))
    for told, found in _beside(truth.get("education", []), read.get("education", []), _SCHOOL):
        for keys in _SCHOOL.values():
            if any(told.get(key) for key in keys):
                yield "education", _agree(told, found, keys)
    yield from _others(truth, read)


def _others(truth: Resume, read: Resume) -> Iterator[Pair]:
    basics, found = truth["basics"], read.get("basics", {})
    for key in ("name", "email", "phone"):
        yield "contact", same(basics[key]) == same(found.get(key, ""))
    for key in ("label", "summary", "x-clearance", "x-citizenship", "x-veteransPreference"):
        if basics.get(key):
            yield "top", same(basics[key]) == same(found.get(key, ""))
    words = Counter(same(word) for group in read.get("skills", []) for word in group.get("keywords", []))
    for group in truth.get("skills", []):
        for word in group["keywords"]:
            yield "skills", words[same(word)] > 0
    for section, keys in (
        ("languages", ("language", "fluency")),
        ("certificates", ("name", "issuer", "date")),
        ("awards", ("title", "awarder", "date")),
        ("volunteer", ("organization", "position", "startDate")),
    ):
        for told in truth.get(section, []):
            yield section, any(_agree(told, each, keys) for each in read.get(section, []))


def invented(truth: Resume, read: Resume) -> Counter[str]:
    """Count entries and bullets that were read and are none."""
    extra: Counter[str] = Counter()
    for section in ("work", "education"):
        extra[section] = max(0, len(read.get(section, [])) - len(truth.get(section, [])))
    told = Counter(same(text) for entry in truth["work"] for text in entry.get("highlights", []))
    found = Counter(same(text) for entry in read.get("work", []) for text in entry.get("highlights", []))
    extra["bullets"] = sum((found - told).values())
    return extra


def same(text: object) -> str:
    """Return a text as it is compared."""
    return " ".join(str(text).translate(_QUOTES).split())


def _agree(told: Resume, found: Resume, keys: tuple[str, ...]) -> bool:
    return all(same(told.get(key, "")) == same(found.get(key, "")) for key in keys)


def _beside(
    told: list[Resume], found: list[Resume], fields: dict[str, tuple[str, ...]]
) -> Iterator[tuple[Resume, Resume]]:
    """Yield each entry of the truth with the one read beside it, or with an empty one."""
    best: list[list[int]] = [[0] * (len(found) + 1) for _ in range(len(told) + 1)]
    score = [[_score(one, other, fields) for other in found] for one in told]
    for i in range(len(told) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score[i][j])
    j = 0
    for i, one in enumerate(told):
        while j < len(found) and best[i][j] == best[i][j + 1]:
            j += 1
        if j < len(found) and score[i][j] and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            yield one, found[j]
            j += 1
        else:
            yield one, {}


def _score(told: Resume, found: Resume, fields: dict[str, tuple[str, ...]]) -> int:
    agreed = sum(2 for keys in fields.values() if _agree(told, found, keys))
    bullets = set(map(same, told.get("highlights", []))) & set(map(same, found.get("highlights", [])))
    return agreed + len(bullets)
