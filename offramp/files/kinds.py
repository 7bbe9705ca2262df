"""The kinds of file we take, told by their content and never by their name."""

from enum import Enum


class Kind(Enum):
    """What a file truly is; the value is its media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    TEXT = "text/plain"
    PNG = "image/png"
    JPEG = "image/jpeg"

    @property
    def ending(self) -> str:
        """Return what a neutral file name ends with."""
        return {Kind.TEXT: ".txt", Kind.JPEG: ".jpg"}.get(self, f".{self.name.lower()}")
