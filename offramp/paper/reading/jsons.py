"""A résumé that is already one: JSON Resume, taken as it is."""

import json
from typing import Any

_SECTIONS = {
    *("basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills"),
    *("languages", "interests", "references", "projects"),
}


def read(text: str) -> dict[str, Any] | None:
    """Return the résumé a text is, None if it is none. What its fields hold is for others to check."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and _SECTIONS.intersection(said) else None
