"""Open texts stand in the server's memory for the length of a request: memory must not land on a disk."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, good
from offramp.upkeep.doctor.serving import Serving, servers

SWAPS = Path("/proc/swaps")
DEVICES = Path("/sys/dev/block")
Servers = Callable[[], list[Serving]]
WHY_SWAP = "What somebody wrote, or a key, can be written from memory to this disk, and stay there for years."
WHY_DUMP = "When the server breaks, its whole memory, texts and keys included, would be written to a file."


def checks() -> Checks:
    return {"memory.swap": partial(swap, servers), "memory.dumps": partial(dumps, servers)}


def swap(seen: Servers, *, table: Path = SWAPS, devices: Path = DEVICES) -> Iterator[Finding]:
    places = [Path(line.split()[0]) for line in table.read_text().splitlines()[1:]]
    in_the_open = [place for place in places if not is_safe(place, devices)]
    serving = seen()
    if not in_the_open:
        yield good("Memory is swapped to no disk that could be read." if places else "Nothing is swapped.")
    elif serving and not any(one.may_swap for one in serving):
        yield good("The machine swaps, but the service is kept out of it.")
    else:
        named = ", ".join(map(str, in_the_open))
        yield advice(
            f"Memory is swapped to {named}, unencrypted as far as can be seen.",
            why=WHY_SWAP,
            mend=f"Take its line out of /etc/fstab and type this; or keep the service out of it:\n"
            f"$ swapoff {' '.join(map(str, in_the_open))}\n{mends.INSTALL}",
        )


def dumps(seen: Servers) -> Iterator[Finding]:
    serving = seen()
    if not serving:
        yield good("No server runs where it can be seen, so there is nothing to say about its core dumps.")
    elif any(one.may_dump for one in serving):
        yield advice(
            "The running server may leave a core dump.",
            why=WHY_DUMP,
            mend=mends.INSTALL,
        )
    else:
        yield good("The running server leaves no core dump.")


def is_safe(place: Path, devices: Path) -> bool:
    """In memory after all, or on a disk that is encrypted somewhere below."""
    if place.name.startswith("zram"):
        return True
    try:
        status = place.stat()
    except OSError:
        return False
    number = status.st_rdev or status.st_dev
    return is_encrypted(devices / f"{os.major(number)}:{os.minor(number)}")


def is_encrypted(device: Path) -> bool:
    """Whether a device, or all that it lies on, was made by dm-crypt."""
    mapped = device / "dm" / "uuid"
    if mapped.exists() and mapped.read_text().startswith("CRYPT-"):
        return True
    below = list((device / "slaves").glob("*"))
    return bool(below) and all(is_encrypted(one.resolve()) for one in below)
