"""Whether people get there at all: the name, each address behind it, and an answer."""

import errno
import socket
from collections.abc import Iterator
from functools import partial

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, broken, good
from offramp.upkeep.doctor.outside.visitor import Visitor

PATIENCE = 8  # seconds for one address
NOBODY = "Nobody can reach the site."
# This machine speaks only the other one of IPv4 and IPv6: that says nothing about the site.
NO_WAY_FROM_HERE = {errno.ENETUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}

Address = tuple[str, int]


def naming(visitor: Visitor) -> Checks:
    return {"reach.name": partial(name, visitor.host, visitor.port)}


def knocking(visitor: Visitor) -> Checks:
    return {"reach.addresses": partial(addresses, visitor.host, visitor.port)}


def answering(visitor: Visitor) -> Checks:
    return {"reach.answer": partial(answer, visitor)}


def name(host: str, port: int) -> Iterator[Finding]:
    try:
        found = places(host, port)
    except socket.gaierror:
        yield broken(
            f"The name {host} leads nowhere, as far as this machine knows.",
            why=NOBODY,
            mend=f"Where the name was bought, set its A record to this machine's address. Then look:\n"
            f"$ getent hosts {host}",
        )
    else:
        yield good(f"{host} leads to {', '.join(address for address, _ in found)}.")


def addresses(host: str, port: int) -> Iterator[Finding]:
    """Each of them: a second one that is dead closes the site for some, and nobody here would notice."""
    tried = {place: knock(place) for place in places(host, port)}
    dead = {place: trouble for place, trouble in tried.items() if trouble}
    untried = {place for place, trouble in dead.items() if trouble.errno in NO_WAY_FROM_HERE}
    if dead.keys() == tried.keys():
        yield broken(
            f"Nothing answers on {host}, port {port}: {next(iter(dead.values())).strerror or 'no answer'}.",
            why=NOBODY,
            mend=f"{mends.PROXY_STATE}\nIf one of them runs, see the firewall, here and at the hosting firm.",
        )
        return
    for (address, _), trouble in dead.items():
        if (address, port) not in untried:
            yield broken(
                f"{host} also leads to {address}, where nothing answers: {trouble.strerror or 'no answer'}.",
                why="Some people's devices try that one first, and find nothing.",
                mend=f"Let the proxy listen there, or take the record of {address} away.",
            )
    if dead.keys() == untried:
        yield good(f"{host} lets people in on port {port}.")


def answer(visitor: Visitor) -> Iterator[Finding]:
    heard = visitor.ask("/")
    if heard.status == 200:
        yield good("The front page comes.")
        return
    origin = (
        "OFFRAMP_ORIGIN must be exactly the address that people type, and the proxy must pass its name on "
        f"as Host. Then:\n{mends.RESTART}"
    )
    yield broken(
        f"Instead of the front page there is an error: {heard.status}.",
        why=NOBODY,
        mend=origin if heard.status == 400 else mends.LOG,
    )


def places(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(where[0]), port) for *_, where in found))


def knock(place: Address) -> OSError | None:
    try:
        socket.create_connection(place, timeout=PATIENCE).close()
    except OSError as trouble:
        return trouble
    return None
