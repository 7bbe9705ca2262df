"""A résumé that is already one: JSON Resume, taken as it is."""

import json
import re
from typing import Any

from offramp.paper.resumes import WrongShape

_SECTIONS = {
    *("basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills"),
    *("languages", "interests", "references", "projects"),
}

_BEGINS = re.compile(r"\s*[{\[]\s*[\"{\[}\]]")


def read(text: str) -> dict[str, Any] | None:
    """Return the résumé a text is, None if it is prose. What its fields hold is for others to check.

    Raises NotAResume for JSON that is broken or something else: sorted as prose, its names would stay in it.
    """
    if not _BEGINS.match(text):
        return None
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise WrongShape("", f"it begins as JSON does, and is none: {wrong}.") from None
    if not isinstance(said, dict) or not _SECTIONS.intersection(said):
        raise WrongShape("", "it is JSON, but no JSON Resume.")
    return said
