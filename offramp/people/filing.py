"""What is kept of a cleaned file: of what was removed its kinds alone, and how each page is shown."""

from typing import Any

from offramp.files import answers
from offramp.people.models.sealed_file import Cleaned


def kept(name: str, cleaned: answers.Cleaned) -> Cleaned:
    """As its owner calls it, with nothing that the removed parts said."""
    return Cleaned(
        name=name,
        media=cleaned.kind.value,
        body=cleaned.content,
        removed=tuple(dict.fromkeys(removal.trace.value for removal in cleaned.removals)),
        pictures=tuple(page.picture.content for page in cleaned.pages if page.picture),
        view=_view(cleaned),
    )


def _view(cleaned: answers.Cleaned) -> tuple[dict[str, Any], ...]:
    """The text of each page, and how large its picture is."""
    view: list[dict[str, Any]] = []
    number = 0
    for page in cleaned.pages:
        shown: dict[str, Any] = {"text": page.text}
        if page.picture:
            number += 1
            shown |= {"picture": number, "width": page.picture.width, "height": page.picture.height}
        view.append(shown)
    if not cleaned.is_shown_whole:
        view[-1]["goes on"] = True
    return tuple(view)
