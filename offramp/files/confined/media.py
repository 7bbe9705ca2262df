"""The pictures inside a document: decoded and encoded anew like any other, under names that tell nothing."""

from collections.abc import Collection

from offramp.files import limits
from offramp.files.confined import pictures
from offramp.files.confined.crops import UNCROPPED, Crop
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import A_PICTURE
from offramp.files.confined.parts import Parts
from offramp.files.removals import Trace


class Media:
    """Takes pictures over from an old package into a new one, each once as it is shown."""

    def __init__(self, old: Parts, folder: str, found: Findings) -> None:
        self._old, self._folder, self._found = old, folder, found
        self._names: dict[tuple[str, Crop], str | None] = {}
        self.parts: dict[str, bytes] = {}
        # By the new names, as a screen shows them; none of those beyond what a view may have.
        self._views: dict[str, bytes] = {}

    def take(self, name: str, crop: Crop = UNCROPPED) -> str | None:
        """Return the picture's new name; None if it is missing or of a kind we cannot clean."""
        if (name, crop) not in self._names:
            self._names[name, crop] = self._taken(name, crop) if name in self._old else None
        return self._names[name, crop]

    def shown(self, text: str, placed: Collection[str]) -> tuple[str, list[bytes | None]]:
        """Return a text and the pictures in it, and behind it those that it has no place for."""
        left = [name for name in self.parts if name not in placed]
        return text + "\n" * bool(left) + A_PICTURE * len(left), [
            self._views.get(name) for name in (*placed, *left)
        ]

    def _taken(self, name: str, crop: Crop) -> str | None:
        try:
            kind, pixels = pictures.decoded(self._old.read(name), self._found, crop)
        except pictures.NoPicture:
            self._found.add(Trace.OBJECTS, name.rpartition("/")[2])
            return None
        new = f"{self._folder}/image{len(self.parts) + 1}{kind.ending}"
        self.parts[new] = pictures.encoded(pixels, kind)
        if len(self._views) < limits.PICTURES_INSIDE:
            self._views[new] = pictures.as_view(pixels)
        return new
