"""Machines of our own on this one: network namespaces, and wires from one of them to the others."""

import os
import secrets
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

import pytest

REFUSED = (
    "Two hosts need network namespaces, and this machine refuses to make one: run the tests as root, "
    "with Debian's package iproute2, where a container may do that (CAP_SYS_ADMIN, CAP_NET_ADMIN)."
)


@dataclass(frozen=True)
class Machine:
    name: str
    address: str  # as the others know it

    @property
    def inside(self) -> Sequence[str]:
        """Put before a command, leads it in."""
        return ("ip", "netns", "exec", self.name)


@contextmanager
def machines(count: int) -> Iterator[tuple[Machine, list[Machine]]]:
    """One in the middle, and so many more that only it can reach."""
    run = secrets.token_hex(3)
    with ExitStack() as standing:
        middle = Machine(f"offramp-{run}-proxy", "127.0.0.1")
        standing.enter_context(namespace(middle))
        hosts = []
        for number in range(1, count + 1):
            host = Machine(f"offramp-{run}-{number}", f"10.77.{number}.2")
            standing.enter_context(namespace(host))
            connect(middle, host, number)
            hosts.append(host)
        yield middle, hosts


@contextmanager
def namespace(machine: Machine) -> Iterator[None]:
    try:
        ip("netns", "add", machine.name)
    except (OSError, subprocess.CalledProcessError) as refused:
        said = getattr(refused, "stderr", "") or str(refused)
        pytest.fail(f"{REFUSED}\n{said}", pytrace=False)
    try:
        ip("-n", machine.name, "link", "set", "lo", "up")
        yield
    finally:
        ip("netns", "delete", machine.name)


def connect(middle: Machine, host: Machine, number: int) -> None:
    wire = f"wire{number}"
    ip("-n", middle.name, "link", "add", wire, "type", "veth", "peer", "name", "wire", "netns", host.name)
    ip("-n", middle.name, "address", "add", f"10.77.{number}.1/24", "dev", wire)
    ip("-n", host.name, "address", "add", f"{host.address}/24", "dev", "wire")
    for machine, end in ((middle, wire), (host, "wire")):
        ip("-n", machine.name, "link", "set", end, "up")


def ip(*words: str) -> None:
    path = f"{os.environ['PATH']}:/usr/sbin:/sbin"
    subprocess.run(["ip", *words], env={"PATH": path}, capture_output=True, text=True, check=True)
