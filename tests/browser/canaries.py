"""Strings that must be nowhere: typed into every field, then looked for in everything that is kept."""

import base64
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass
class Canaries:
    """Each field gets one of its own, so that a find names the field it flew out of."""

    by_field: dict[str, str] = field(default_factory=dict)

    def song(self, name: str) -> str:
        """A text for one field."""
        self.by_field[name] = f"canary{secrets.token_hex(12)}"
        return self.by_field[name]

    def watch(self, name: str, text: str) -> None:
        """A secret that nobody typed as a text: a code, a second factor's secret."""
        self.by_field[name] = text

    def found_in(self, kept: Mapping[str, bytes]) -> set[tuple[str, str]]:
        """Which canary is where, in any of the shapes a text is stored in."""
        return {
            (name, place)
            for place, content in kept.items()
            for name, text in self.by_field.items()
            if any(shape in content for shape in shapes(text))
        }


def shapes(text: str) -> Iterable[bytes]:
    plain = text.encode()
    yield plain
    yield text.encode("utf-16-le")
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    yield text.replace(" ", "+").encode()
    yield text.replace(" ", "%20").encode()
    # In base64 a text looks different at each of three offsets; its middle is the same wherever it stands.
    for offset in range(3):
        yield base64.b64encode(b"\0" * offset + plain)[4 : 4 * (len(plain) // 3)]
