"""Where a command begins and ends: the bytes that come in, those that go out, and what it says."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

STANDARD = "-"
_OWNERS = 0o600
_CONTENT, _USAGE = 1, 2


class Refused(Exception):
    """One sentence for the person at the terminal."""

    def __init__(self, sentence: str, status: int = _CONTENT) -> None:
        super().__init__(sentence)
        self.status = status


class WrongUse(Refused):
    """It cannot be done as it was asked, whatever the content is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, _USAGE)


def say(sentence: str) -> None:
    """On standard error, so that standard output stays the file alone."""
    sys.stderr.write(f"{sentence}\n")


def insist_on_two(coming: str, going: str) -> None:
    """What was brought is never written over: it may be the only one there is. Raises WrongUse."""
    with suppress(OSError):  # one of them is not there, so they are two
        if STANDARD not in (coming, going) and Path(coming).samefile(going):
            raise WrongUse(f"{going} would be written over {coming}: choose another name for it.")


def taken(name: str, most: int) -> bytes:
    """The bytes of a file, one more than the most at most. Raises WrongUse."""
    try:
        if name == STANDARD:
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise WrongUse(f"{name} cannot be read: {_why(error)}.") from None


def put(name: str, content: bytes) -> None:
    """Write the file whole, or leave what was there before. Raises Refused, WrongUse."""
    try:
        if name == STANDARD:
            _pour(sys.stdout.fileno(), content)
        elif (path := Path(name).resolve()).exists() and not path.is_file():
            with path.open("wb") as device:
                device.write(content)
        else:
            _replace(path, content)
    except (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError) as error:
        raise WrongUse(f"{name} cannot be written: {_why(error)}.") from None
    except OSError as error:
        raise Refused(f"{name} was not written: {_why(error)}.") from None


def _pour(descriptor: int, content: bytes) -> None:
    """Past Python's own buffer, which would complain a second time of a closed pipe."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _replace(path: Path, content: bytes) -> None:
    """A full disk must not cost the file that was there; a new one, with name and address, is its owner's."""
    beside = path.with_name(f".{path.name}.part")
    try:
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else _OWNERS
        with open(beside, "xb", opener=_of_owner) as file:  # Path.open takes no opener
            os.fchmod(file.fileno(), mode)
            file.write(content)
        beside.replace(path)
    except FileExistsError:
        raise PermissionError(None, f"{beside.name} stands beside it, from another run") from None
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise


def _of_owner(path: str, flags: int) -> int:
    return os.open(path, flags, _OWNERS)


def _why(error: OSError) -> str:
    return (error.strerror or "the system refused").lower()
