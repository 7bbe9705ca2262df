"""Real files of a folder: RenderCV's PDFs beside the YAML they were made from, and a word on every other.

None of them is committed. The truth of RenderCV's files was written by its authors.
"""

import importlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.resumes import matching
from offramp.files.refusals import NotTaken
from offramp.paper import reading

_READ = {".pdf", ".docx", ".odt", ".txt", ".md", ".json"}


def main(folder: Path) -> int:
    """Read every file of a folder and those below."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _READ):
        try:
            read = reading.read(path.read_bytes())
        except (NotTaken, reading.NoText) as refusal:
            print(f"{path.name}: {type(refusal).__name__}")
            continue
        print(f"{path.name}: {_told(read)}")
        if path.with_suffix(".yaml").exists() and path.suffix == ".pdf":
            for field, counts in _measured(path, read.resume).items():
                print(f"  {field}: {counts[True]} of {counts.total()}")
    return 0


def _told(read: reading.Read) -> str:
    sections = (f"{key} {len(value)}" for key, value in read.resume.items() if isinstance(value, list))
    bullets = sum(len(entry.get("highlights", [])) for entry in read.resume.get("work", []))
    return f"{', '.join(sections)}; bullets {bullets}; unread {len(read.unread)} lines"


def _measured(path: Path, resume: dict[str, Any]) -> dict[str, Counter[bool]]:
    yaml: Any = importlib.import_module("yaml")
    truth = _truth(yaml.safe_load(path.with_suffix(".yaml").read_text())["cv"])
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for field, is_right in matching.pairs(truth, resume):
        if field in (*matching.CORE, "location"):
            counts[field][is_right] += 1
    return counts


def _truth(cv: dict[str, Any]) -> dict[str, Any]:
    sections = {key.lower(): entries for key, entries in cv["sections"].items()}
    work = [
        entry
        for entries in sections.values()
        for entry in entries
        if isinstance(entry, dict) and "company" in entry
    ]
    schools = [
        entry
        for entries in sections.values()
        for entry in entries
        if isinstance(entry, dict) and "institution" in entry
    ]
    return {
        "basics": {"name": cv["name"], "email": cv.get("email", ""), "phone": ""},
        "work": [dict(_entry(entry, {"company": "name", "position": "position"})) for entry in work],
        "education": [
            dict(_entry(entry, {"institution": "institution", "degree": "studyType", "area": "area"}))
            for entry in schools
        ],
    }


def _entry(entry: dict[str, Any], keys: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for old, new in {
        **keys,
        "location": "location",
        "start_date": "startDate",
        "end_date": "endDate",
    }.items():
        told = str(entry.get(old) or "")
        yield new, "" if told == "present" else told
    yield (
        "highlights",
        [str(text).replace("**", "").replace("*", "") for text in entry.get("highlights") or []],
    )
