"""Files made by others, in a folder: beside each its truth, as JSON Resume or as RenderCV's YAML.

None of them is committed. `python -m benchmarks.reading --folder PATH`; where names are written
PRODUCER__CONTENT.pdf, a row is shown for each producer.
"""

import importlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks import table
from benchmarks.resumes import others
from offramp.files import reading as files
from offramp.files.refusals import NotTaken
from offramp.paper import reading
from offramp.paper.reading import kept

_READ = {".pdf", ".docx", ".odt", ".txt", ".md"}
Counts = dict[str, Counter[bool]]


def main(folder: Path, *, miss: str = "") -> int:
    """Read every file of a folder and those below; print what was read of each field."""
    rows: dict[str, Counts] = defaultdict(lambda: defaultdict(Counter))
    lost = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _READ):
        if miss and miss not in path.name:
            continue
        try:
            read = reading.read(path.read_bytes())
        except (NotTaken, reading.NoText) as refusal:
            print(f"{path.name}: {type(refusal).__name__}")
            continue
        lost += [path.name] if words_lost(read) else []
        told = truth(path)
        if told is None or miss:
            print(f"{path.name}: {_told(read)}")
        for field, is_right, said in others.pairs(told or {}, read.resume, shown(path)):
            if miss and not is_right:
                print(f"  {field}: {said}")
            for row in (path.stem.partition("__")[0], "all"):
                rows[row][field][is_right] += 1
    _print(rows)
    print(f"\nFiles in which a word was lost: {len(lost)} {' '.join(lost[:9])}")
    return 0


def _print(rows: dict[str, Counts]) -> None:
    heads = [name for name in others.NAMES if name in rows["all"]]
    print(*table.table(["producer", "core", *heads], [_row(row, rows[row], heads) for row in rows]), sep="\n")


def _row(name: str, counts: Counts, heads: list[str]) -> list[str]:
    core: Counter[bool] = sum((counts[field] for field in others.CORE), Counter())
    return [name, *(_share(count) for count in (core, *(counts[field] for field in heads)))]


def _share(counts: Counter[bool]) -> str:
    return f"{100 * counts[True] / counts.total():.1f}" if counts.total() else "\N{EN DASH}"


def words_lost(read: reading.Read) -> list[str]:
    """Return the words of a file that are neither in the résumé, nor turned into something, nor unread."""
    told = kept.words(read.lines)
    told.subtract(kept.words(read.turned))
    told.subtract(kept.words(kept.texts(read.resume)))
    return [word for word, times in told.items() if times > 0]


def shown(path: Path) -> str:
    """Return the words of a file as they follow each other in it."""
    runs = files.lines(path.read_bytes()).runs
    return "\n".join(run.text for run in runs if not run.is_drawn)


def _told(read: reading.Read) -> str:
    sections = (f"{key} {len(value)}" for key, value in read.resume.items() if isinstance(value, list))
    bullets = sum(len(entry.get("highlights", [])) for entry in read.resume.get("work", []))
    return f"{', '.join(sections)}; bullets {bullets}; unread {len(read.unread)} lines"


def truth(path: Path) -> dict[str, Any] | None:
    """Return what a file says, as whoever made it wrote it down; nothing where that is not known."""
    if path.with_suffix(".json").exists():
        told: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
        return told
    if path.with_suffix(".yaml").exists():
        yaml: Any = importlib.import_module("yaml")
        return _of_rendercv(yaml.safe_load(path.with_suffix(".yaml").read_text())["cv"])
    return None


def _of_rendercv(cv: dict[str, Any]) -> dict[str, Any]:
    """RenderCV tells sections apart by the keys of their entries; so do we."""
    entries = [entry for section in cv["sections"].values() for entry in section if isinstance(entry, dict)]
    basics = {
        "name": cv["name"],
        "email": cv.get("email"),
        "phone": cv.get("phone"),
        "url": cv.get("website"),
    }
    return {
        "basics": {key: str(value) for key, value in basics.items() if value},
        "work": [dict(_entry(entry, {"company": "name"})) for entry in entries if "company" in entry],
        "education": [dict(_entry(entry, {})) for entry in entries if "institution" in entry],
    }


def _entry(entry: dict[str, Any], keys: dict[str, str]) -> Iterator[tuple[str, Any]]:
    names = {"degree": "studyType", "start_date": "startDate", "end_date": "endDate", **keys}
    for key in ("company", "position", "institution", "degree", "area", "location", "start_date", "end_date"):
        if entry.get(key):
            yield names.get(key, key), str(entry[key])
    texts = [str(text) for text in entry.get("highlights") or []]
    yield "highlights", [text.replace("**", "").replace("*", "") for text in texts]
