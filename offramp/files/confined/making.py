"""What the child makes of a file: cleaned bytes and a safe view, framed for the parent."""

from dataclasses import dataclass, field

from offramp.files import limits
from offramp.files.confined.invisible import shown
from offramp.files.frames import Tag, frame
from offramp.files.kinds import Kind
from offramp.files.refusals import TooLarge


@dataclass
class View:
    """Pages of text, with pictures where they can be made."""

    pages: list[tuple[str, bytes | None]] = field(default_factory=list)
    is_shortened: bool = False
    _room: int = limits.LONGEST_TEXT

    def add(self, text: str, picture: bytes | None = None) -> None:
        """Add a page; a text beyond the limit ends early, and that is said."""
        text = shown(text)
        self.is_shortened |= len(text) > self._room
        self.pages.append((text[: self._room], picture))
        self._room -= min(len(text), self._room)

    def frames(self) -> bytes:
        """Return a frame for each page and picture."""
        framed = [frame(Tag.SHORTENED)] if self.is_shortened else []
        for text, picture in self.pages:
            framed.append(frame(Tag.PAGE, text.encode()))
            framed += [frame(Tag.PICTURE, picture)] if picture else []
        return b"".join(framed)


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
