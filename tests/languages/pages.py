"""Every page that the matrix of addresses lets somebody see, in one language."""

from collections.abc import Iterator

from django.test import Client
from django.utils.translation import override

from tests.web.addresses import ROWS
from tests.web.scene import Scene

FOR_MACHINES = {"robots", "security", "look", "sitemap", "letters-feed"}
# Gus sees what Ada sees, and Cy less than Bo. Fay waits for a key, which is a page of its own.
NOBODY_AND_EVERYBODY = ("nobody", "Fay", "Ada", "Bo", "Di")


def all_of(
    scene: Scene, language: str, names: tuple[str, ...] = NOBODY_AND_EVERYBODY
) -> Iterator[tuple[str, str]]:
    """Each path and its page once: an address may lead to another's, or only take a form."""
    seen: set[str] = set()
    for name in names:
        client = scene.visit(name)
        with override(language):
            paths = [scene.path(row) for row in ROWS if name in row.may and row.name not in FOR_MACHINES]
        for path in paths:
            if path not in seen:
                at, page = _page(client, path)
                if page and at not in seen:
                    yield at, page
                seen |= {path, at}


def _page(client: Client, path: str) -> tuple[str, str]:
    """Where it leads, and what stands there; nothing where it is a file, or only takes a form."""
    answer = client.get(path, follow=True)
    assert answer.status_code in (200, 405), path
    is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
    return str(answer.request["PATH_INFO"]), answer.content.decode() if is_page else ""
