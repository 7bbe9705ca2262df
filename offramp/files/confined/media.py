"""The pictures inside a document: decoded and encoded anew like any other, under names that tell nothing."""

from offramp.files.confined import pictures
from offramp.files.confined.findings import Findings
from offramp.files.confined.parts import Parts
from offramp.files.removals import Trace


class Media:
    """Takes pictures over from an old package into a new one, each once."""

    def __init__(self, old: Parts, folder: str, found: Findings) -> None:
        self._old, self._folder, self._found = old, folder, found
        self._names: dict[str, str | None] = {}
        self.parts: dict[str, bytes] = {}

    def take(self, name: str) -> str | None:
        """Return the picture's new name; None if it is missing or of a kind we cannot clean."""
        if name not in self._names:
            self._names[name] = self._taken(name) if name in self._old else None
        return self._names[name]

    def _taken(self, name: str) -> str | None:
        try:
            kind, pixels = pictures.decoded(self._old.read(name), self._found)
        except pictures.NoPicture:
            self._found.add(Trace.OBJECTS, name.rpartition("/")[2])
            return None
        new = f"{self._folder}/image{len(self.parts) + 1}{kind.ending}"
        self.parts[new] = pictures.encoded(pixels, kind)
        return new
