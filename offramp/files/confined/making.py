"""What the child makes of a file: cleaned bytes and a safe view, framed for the parent."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from offramp.files import limits
from offramp.files.confined.invisible import shown
from offramp.files.frames import Tag, frame
from offramp.files.kinds import Kind
from offramp.files.refusals import TooLarge

# Stands among words for a picture; a document's own is taken for one of nothing.
A_PICTURE = "\ufffc"


@dataclass(frozen=True)
class Page:
    """Words, and either how the page looks or the pictures among its words, each behind so many letters."""

    text: str
    picture: bytes | None = None
    inside: Sequence[tuple[int, bytes]] = ()
    unshown: int = 0

    def frames(self) -> bytes:
        """Return a frame for the words and for each picture."""
        framed = [frame(Tag.PAGE, self.text.encode())]
        framed += [frame(Tag.PICTURE, self.picture)] if self.picture else []
        framed += [frame(Tag.INSIDE, at.to_bytes(4, "big") + picture) for at, picture in self.inside]
        framed += [frame(Tag.UNSHOWN, str(self.unshown).encode())] if self.unshown else []
        return b"".join(framed)


@dataclass
class View:
    """Pages of text, with pictures where they can be made."""

    pages: list[Page] = field(default_factory=list)
    is_shortened: bool = False
    _room: int = limits.LONGEST_TEXT

    def add(self, text: str, picture: bytes | None = None) -> None:
        """Add a page; a text beyond the limit ends early, and that is said."""
        self.pages.append(Page(self._cut(shown(text)), picture))

    def add_with_pictures(self, text: str, pictures: Sequence[bytes | None]) -> None:
        """Add a page where a sign in the text stands for each picture; none for one that cannot be shown."""
        pieces = [shown(piece) for piece in text.split(A_PICTURE)]
        text = self._cut("".join(pieces).rstrip())
        places = [min(at, len(text)) for at in accumulate(map(len, pieces))]
        inside = [(at, picture) for at, picture in zip(places, pictures, strict=False) if picture]
        self.pages.append(Page(text, inside=inside, unshown=len(pictures) - len(inside)))

    def _cut(self, text: str) -> str:
        self.is_shortened |= len(text) > self._room
        text = text[: self._room]
        self._room -= len(text)
        return text

    def frames(self) -> bytes:
        """Return the frames of each page."""
        framed = [frame(Tag.SHORTENED)] if self.is_shortened else []
        return b"".join([*framed, *(page.frames() for page in self.pages)])


@dataclass(frozen=True)
class Made:
    """A file that was cleaned, as its true kind, and what may be looked at."""

    kind: Kind
    content: bytes
    view: View

    def frames(self) -> bytes:
        """Return everything about it. Raises TooLarge when cleaning made it larger than can be sealed."""
        if len(self.content) > limits.LARGEST_CLEANED:
            raise TooLarge
        return frame(Tag.KIND, self.kind.value.encode()) + frame(Tag.FILE, self.content) + self.view.frames()
