"""Résumés and a letter that the tests write, check and measure; nobody in them is a real person."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def sample(name: str) -> dict[str, Any]:
    """The résumé or letter of this name, read anew so that a test may change it."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text())
    return found


RESUMES = ("one-page", "federal", "three-page", "spanish")
EVERY = (*RESUMES, "letter")
