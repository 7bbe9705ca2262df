"""A package of parts in a ZIP: every size is checked while it unfolds, and nothing but parts is written."""

import io
import zipfile
import zlib

from offramp.files import limits
from offramp.files.refusals import Broken, Encrypted, TooMuchInside

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_HAS_A_PASSWORD = 1
_PACKED_ALREADY = (".jpg", ".png")


class Parts:
    """What is in a package; a part is inflated when it is asked for, and never before."""

    def __init__(self, content: bytes) -> None:
        """Raises Broken, Encrypted, TooMuchInside."""
        try:
            self._package = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise Broken from None
        entries = self._package.infolist()
        if len(entries) > limits.MOST_PARTS:
            raise TooMuchInside
        self._entries = {entry.filename: entry for entry in entries}
        # Two parts of one name are read differently by different programs: nobody can say what is in there.
        if len(self._entries) < len(entries) or any(map(_leads_astray, self._entries)):
            raise Broken
        if any(entry.flag_bits & _HAS_A_PASSWORD for entry in entries):
            raise Encrypted
        self._room = limits.LARGEST_INFLATED

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def names(self) -> list[str]:
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """Return one part. Raises Broken, also if it is missing; TooMuchInside."""
        entry = self._entries.get(name)
        if entry is None or entry.compress_type not in _PACKED:
            raise Broken
        most = min(limits.LARGEST_PART, self._room)
        try:
            with self._package.open(entry) as unfolding:
                # The size it claims is not believed: one byte more than allowed is asked for, and no more.
                part = unfolding.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise Broken from None
        if len(part) > most:
            raise TooMuchInside
        if len(part) != entry.file_size:
            raise Broken
        self._room -= len(part)
        return part


def packed(parts: dict[str, bytes], *, stored: tuple[str, ...] = ()) -> bytes:
    """Return a package: no dates, no owner, no comment."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.create_system = 3  # the one that says least: what the cleaners of others write
            is_stored = name in stored or name.endswith(_PACKED_ALREADY)
            entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            package.writestr(entry, part)
    return file.getvalue()


def _leads_astray(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or ":" in name
        or ".." in name.split("/")
        or not name.isprintable()
    )
