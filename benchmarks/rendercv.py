"""RenderCV from PyPI in an environment of its own, given the same content as ours."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.environment import ROOT

# The newest for Python 3.11; it imports click, which it does not name among what it needs.
PACKAGES = ("rendercv[full]==2.3", "click")
FOLDER = ROOT / "build" / "rendercv"

# Runs there: once for each line it hears, and says how long it took and what the processor spent.
RENDER = """
import json, pathlib, sys, time
from rendercv import api
content, out = json.load(open(sys.argv[1])), pathlib.Path(sys.argv[2])
for _ in sys.stdin:
    began, spent = time.perf_counter(), time.process_time()
    assert api.create_a_pdf_from_a_python_dictionary(content, out) is None
    print((time.perf_counter() - began) * 1000, (time.process_time() - spent) * 1000, flush=True)
"""


class NotThere(Exception):
    """It could not be installed, or does not run; the words say why."""


def python() -> Path:
    """The interpreter that has it; made on the first run, which takes a minute. Raises NotThere."""
    interpreter = FOLDER / "bin" / "python"
    if not interpreter.exists():
        _call([sys.executable, "-m", "venv", FOLDER])
        _call([interpreter, "-m", "pip", "install", "--quiet", *PACKAGES])
    return interpreter


def environment(typst_cache: str | None) -> dict[str, str]:
    """Where its Typst package lies; without one it asks packages.typst.org each time."""
    return dict(os.environ) | ({"XDG_CACHE_HOME": typst_cache} if typst_cache else {})


@contextmanager
def warm(
    content: Path, out: Path, surroundings: dict[str, str]
) -> Iterator[Callable[[], tuple[float, float]]]:
    """One process that stays; gives what renders once and returns both times. Raises NotThere."""
    words = [str(word) for word in library(content, out)]
    with subprocess.Popen(
        words,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:

        def once() -> tuple[float, float]:
            if running.stdin is None or running.stdout is None or running.stderr is None:
                raise NotThere("no pipes")
            running.stdin.write("\n")
            running.stdin.flush()
            told = running.stdout.readline().split()
            if not told:
                raise NotThere(running.stderr.read().strip()[-300:])
            return float(told[0]), float(told[1])

        yield once


def library(content: Path, out: Path) -> list[object]:
    """The words of a process that renders for each line it hears. Raises NotThere."""
    return [python(), "-c", RENDER, content, out]


def command(content: Path, folder: Path) -> list[object]:
    """The words of its own command: a PDF alone, none of the other forms."""
    words = ["-m", "rendercv", "render", content, "-nomd", "-nohtml", "-nopng", "-o", folder / "rendercv"]
    return [python(), *words]


def of(resume: dict[str, Any]) -> dict[str, Any]:
    """The same content in its own words."""
    basics = resume["basics"]
    sections = {
        "summary": [basics["summary"]],
        "experience": [
            {"company": one["name"], "position": one["position"]} | _placed(one) for one in resume["work"]
        ],
        "education": [
            {"institution": one["institution"], "area": one["area"], "degree": one["studyType"]}
            | _placed(one)
            for one in resume["education"]
        ],
        "skills": [{"label": one["name"], "details": ", ".join(one["keywords"])} for one in resume["skills"]],
        "languages": [{"label": one["language"], "details": one["fluency"]} for one in resume["languages"]],
        "certificates": [
            {"name": one["name"], "date": one["date"], "summary": one["issuer"]}
            for one in resume.get("certificates", [])
        ],
    }
    return {
        "cv": {
            "name": basics["name"],
            "location": "{city}, {region}".format_map(basics["location"]),
            "email": basics["email"],
            "sections": {name: entries for name, entries in sections.items() if entries},
        }
    }


def _placed(entry: dict[str, Any]) -> dict[str, Any]:
    placed = {
        "location": entry.get("location") or entry.get("x-location"),
        "start_date": entry.get("startDate"),
        "end_date": entry.get("endDate") or "present",
        "highlights": entry.get("highlights"),
    }
    return {key: value for key, value in placed.items() if value}


def _call(words: list[object], surroundings: dict[str, str] | None = None) -> str:
    ran = subprocess.run(
        [str(word) for word in words], env=surroundings, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise NotThere(" ".join((ran.stderr or ran.stdout).split()[-40:]))
    return ran.stdout


def written(resume: dict[str, Any], folder: Path) -> Path:
    """Its content as a file."""
    path = folder / "rendercv.json"
    path.write_text(json.dumps(of(resume)))
    return path
