"""A backup's file, opened with its words; what is wrong with it is said in a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, Self

from offramp.sealed import streams
from offramp.sealed.codes import Code
from offramp.sealed.failures import Altered, NotOpened, Truncated, UnknownVersion, WrongKind
from offramp.upkeep.backup import key, tables
from offramp.upkeep.backup.contents import BINDING, CampaignFile, Contents, FromTheFuture, Row, Unfit
from offramp.upkeep.backup.filling import Filling, Misfit
from offramp.upkeep.backup.progress import Progress
from offramp.upkeep.refusal import Refused

EMPTY_OR_CUT = "{file} is not whole: its end is missing. Take another copy."
NO_BACKUP = "{file} is no backup of Offramp's, or its beginning was changed."
OTHER_WORDS = """\
these words do not open {file}. Each backup code opens the copies that were made while it was the current \
one: look for other words, or for another copy (this one may have been changed at its beginning)."""
ALTERED = "{file} was changed or cut after it was written. Take another copy."
UNFIT = "{file} opens, but cannot be brought in: {why}."
NEWER = """\
{file} was made by Offramp {theirs}, and this is {ours}, which does not know all that is in it. \
Install that version first, then restore."""


@dataclass(frozen=True)
class Opened:
    """A file and the key of its stream."""

    path: Path
    file: BinaryIO
    key: bytes = field(repr=False)

    @classmethod
    def by(cls, code: Code, file: BinaryIO, path: Path) -> Self:
        """Open it with its words. Raises Refused."""
        with _in_words(path):
            try:
                return cls(path, file, streams.open_key(file, keys=key.pair(code), binding=BINDING))
            except Altered:
                raise Refused(OTHER_WORDS.format(file=path)) from None

    def contents(self) -> Iterator[Row | CampaignFile]:
        """Every item once more, from the beginning. Raises Refused."""
        with _in_words(self.path):
            yield from self._read()

    def check(self) -> Contents:
        """Read it to its end, and see that it fits this version. Raises Refused."""
        with _in_words(self.path), Progress("Checking") as progress:
            found = self._read()
            if tables.unknown(found.header.migrations):
                raise FromTheFuture(found.header.version)
            Filling(tables.models_after(found.header.migrations), found.header.tables)
            for _ in found:
                progress.step()
        return found

    def _read(self) -> Contents:
        self.file.seek(0)
        return Contents(streams.read(self.file, key=self.key, binding=BINDING))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """What the readers below find, as the sentence of whoever holds the file."""
    try:
        yield
    except NotOpened as found:
        sentence = {Truncated: EMPTY_OR_CUT, UnknownVersion: NO_BACKUP, WrongKind: NO_BACKUP}
        raise Refused(sentence.get(type(found), ALTERED).format(file=path)) from None
    except FromTheFuture as found:
        raise Refused(NEWER.format(file=path, theirs=found.version, ours=version("offramp"))) from None
    except Unfit as found:
        raise Refused(UNFIT.format(file=path, why=found)) from None
    except Misfit as found:
        why = f"its table “{found}” is none of this version's"
        raise Refused(UNFIT.format(file=path, why=why)) from None
    except OSError as trouble:
        raise Refused(f"{path} cannot be read: {trouble.strerror}.") from None
