"""`python -m benchmarks.reading`: how much of an old résumé is read into the right place, and how fast.

Without words: the half of the files that may be looked at. `aside`: the half set aside before the parser
was written. `all`: both. `--make` writes the files first, and needs LibreOffice, Chromium and reportlab.
`--miss NAME` shows what was read of a file where something was missed. `--folder PATH` reads files made by
others instead, each beside its truth: NAME.pdf and NAME.json as JSON Resume, or RenderCV's NAME.yaml.
"""

import argparse
import json
import statistics
import sys
from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter

from benchmarks import machine, table
from benchmarks.resumes import making, matching, real, split
from offramp.paper import reading

OTHERS = (
    *("location", "federal", "summary", "contact", "top", "skills", "languages", "certificates", "awards"),
    "volunteer",
)
Counts = dict[str, Counter[bool]]


def main() -> int:
    """Read every file of a half, and print tables."""
    asked = _parser().parse_args()
    if asked.folder:
        return real.main(asked.folder, miss=asked.miss)
    if asked.make:
        making.main()
    aside = split.aside()
    names = [f"{persona}/{producer}" for producer in making.PRODUCERS for persona in making.PERSONAS]
    names = [name for name in names if asked.half == "all" or (asked.half == "aside") == (name in aside)]
    if asked.miss:
        for name in names:
            if asked.miss in name:
                _show(name)
        return 0
    print(f"# Reading, {asked.half}: {len(names)} files\n\n{machine.description()}.")
    print("Truth by the hand that wrote the parser; files by the producers named.\n")
    _tables(names)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks.reading", description=__doc__)
    parser.add_argument("half", nargs="?", default="looked-at", choices=["looked-at", "aside", "all"])
    parser.add_argument("--miss", default="")
    parser.add_argument("--make", action="store_true")
    parser.add_argument("--folder", type=Path)
    return parser


def _tables(names: list[str]) -> None:
    by: dict[str, dict[str, Counts]] = {
        kind: defaultdict(lambda: defaultdict(Counter)) for kind in ("producer", "persona", "all")
    }
    seconds, lost, extra = [], 0, Counter[str]()
    for name in names:
        persona, producer = name.split("/")
        truth, read, spent = _read(name)
        seconds.append(spent)
        lost += bool(real.words_lost(read))
        extra.update(matching.invented(truth, read.resume))
        for field, is_right in matching.pairs(truth, read.resume):
            for kind, key in (("producer", producer), ("persona", persona), ("all", "all")):
                by[kind][key][field][is_right] += 1
    for kind, rows in by.items():
        print(
            *table.table([kind, *matching.CORE, "core", *OTHERS], [_row(key, rows[key]) for key in rows]),
            sep="\n",
        )
        print()
    print(f"Invented: {dict(extra)}. Files in which a word was lost: {lost}.")
    times = sorted(1000 * each for each in seconds)
    print(
        f"Milliseconds a file, child included: p50 {statistics.median(times):.0f}, p95 "
        f"{times[int(len(times) * 0.95)]:.0f}."
    )


def _row(key: str, counts: Counts) -> list[str]:
    core: Counter[bool] = sum((counts[field] for field in matching.CORE), Counter())
    return [
        key,
        *(_share(counts[field]) for field in matching.CORE),
        _share(core),
        *(_share(counts[field]) for field in OTHERS),
    ]


def _share(counts: Counter[bool]) -> str:
    return f"{100 * counts[True] / counts.total():.1f}" if counts.total() else "\u2013"


def _read(name: str) -> tuple[matching.Resume, reading.Read, float]:
    place = making.place(*name.split("/"))
    content = place.read_bytes()
    began = perf_counter()
    read = reading.read(content)
    return json.loads(place.with_suffix(".json").read_text()), read, perf_counter() - began


def _show(name: str) -> None:
    truth, read, _ = _read(name)
    missed = Counter(field for field, is_right in matching.pairs(truth, read.resume) if not is_right)
    if not missed:
        return
    print(f"== {name}: {dict(missed)}; lost {real.words_lost(read)}")
    print(json.dumps(read.resume, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(main())
