"""What a sealed thing is bound to: its kind and its place, so that rows cannot be swapped or replayed."""

import re
from dataclasses import dataclass, field

_KIND = re.compile(r"[a-z][a-z0-9-]{0,31}")


@dataclass(frozen=True)
class Binding:
    """A kind and the ids, numbers and roles of one place. Raises ValueError or TypeError for any other."""

    kind: str
    parts: tuple[str | int | bytes, ...]
    _encoded: bytes = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not _KIND.fullmatch(self.kind):
            raise ValueError("a kind is 1 to 32 small letters, digits and hyphens")
        if len(self.parts) > 255:
            raise ValueError("a binding has at most 255 parts")
        encoded = self.encode_kind() + bytes([len(self.parts)]) + b"".join(map(_encode_part, self.parts))
        object.__setattr__(self, "_encoded", encoded)

    def encode(self) -> bytes:
        """Return the bytes no other binding has."""
        return self._encoded

    def encode_kind(self) -> bytes:
        """Return the part that stands in clear before what is sealed."""
        return bytes([len(self.kind)]) + self.kind.encode()


def _encode_part(part: str | int | bytes) -> bytes:
    # True is an int to Python and would bind as 1: a slip, not a place.
    if isinstance(part, bool):
        raise TypeError("a truth value binds to nothing")
    if isinstance(part, int):
        if not 0 <= part < 2**64:
            raise ValueError("a bound number lies between 0 and 2^64 - 1")
        return _tagged(b"i", part.to_bytes(8))
    if isinstance(part, str):
        return _tagged(b"s", part.encode())
    return _tagged(b"b", part)


def _tagged(tag: bytes, content: bytes) -> bytes:
    if len(content) > 65_535:
        raise ValueError("a bound part has at most 65,535 bytes")
    return tag + len(content).to_bytes(2) + content
