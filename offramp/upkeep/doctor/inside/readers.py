"""Whether files can be taken: none is, where its reader cannot be shut away."""

from collections.abc import Callable, Iterator
from functools import partial

from offramp.files import confinement
from offramp.upkeep.doctor.finding import Checks, Finding, advice, good

WHY = "People are told that no file can be opened safely; everything else works."
MEND = """\
$ apt-get install bubblewrap
If it is there, the kernel, a container or the service's limits forbid user namespaces."""


def checks() -> Checks:
    return {"files.confined": partial(confined, confinement.why_not)}


def confined(why_not: Callable[[], str | None]) -> Iterator[Finding]:
    reason = why_not()
    if reason is None:
        yield good("Files from people are read in a confined child, which holds.")
    else:
        yield advice(reason, why=WHY, mend=MEND)
