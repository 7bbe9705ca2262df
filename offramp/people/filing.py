"""What is kept of a cleaned file: of what was removed its kinds alone, and how each page is shown."""

from typing import Any

from offramp.files import answers
from offramp.files.kinds import Kind
from offramp.people.models.sealed_file import Cleaned


def named(called: str, media: str) -> str:
    """What whoever opens a file reads: what its owner calls it, and its ending."""
    ending = Kind(media).ending
    return called if called.lower().endswith(ending) else called + ending


def kept(called: str, cleaned: answers.Cleaned) -> Cleaned:
    """As its owner calls it, with nothing that the removed parts said."""
    return Cleaned(
        name=named(called, cleaned.kind.value),
        media=cleaned.kind.value,
        body=cleaned.content,
        removed=tuple(dict.fromkeys(removal.trace.value for removal in cleaned.removals)),
        pictures=tuple(picture.content for page in cleaned.pages for picture in _pictures(page)),
        view=_view(cleaned),
    )


def _pictures(page: answers.Page) -> list[answers.Picture]:
    of_the_page = [page.picture] if page.picture else []
    return of_the_page + [each.picture for each in page.inside]


def _view(cleaned: answers.Cleaned) -> tuple[dict[str, Any], ...]:
    """The text of each page, how large its picture is, and where in it others stand."""
    view: list[dict[str, Any]] = []
    number = 0
    for page in cleaned.pages:
        sized = [
            {"picture": at, "width": picture.width, "height": picture.height}
            for at, picture in enumerate(_pictures(page), number + 1)
        ]
        number += len(sized)
        shown: dict[str, Any] = {"text": page.text}
        if page.picture:
            shown |= sized.pop(0)
        if page.inside:
            shown["inside"] = [size | {"at": one.at} for one, size in zip(page.inside, sized, strict=True)]
        if page.unshown:
            shown["unshown"] = page.unshown
        view.append(shown)
    if not cleaned.is_shown_whole:
        view[-1]["goes on"] = True
    return tuple(view)
