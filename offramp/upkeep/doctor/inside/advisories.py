"""Packages with known weaknesses, from a file that can be carried to a machine without a network.

The file is OSV's export for PyPI, as it can be downloaded with any browser:
https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip
"""

import json
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from offramp.upkeep.doctor.finding import Checks, Finding, broken, good

Installed = dict[str, str]
Order = tuple[tuple[int, ...], int]


def checks(file: Path | None) -> Checks:
    return {"packages.known": partial(known, file)} if file else {}


def known(file: Path) -> Iterator[Finding]:
    packages = installed()
    weak = [found for told in records(file) for found in affected(told, packages)]
    for package, told in weak:
        yield broken(
            f"{package} {packages[package]} has a known weakness, {told['id']}: {told.get('summary', '…')}",
            why="It is public, so somebody may already be trying it.",
            mend=f"$ offramp upgrade newest\nIf it is still there then, read https://osv.dev/vulnerability/{told['id']}",
        )
    if not weak:
        yield good(f"None of {len(packages)} packages has a weakness that {file.name} knows of.")


def installed() -> Installed:
    return {plain(found.name): found.version for found in distributions()}


def records(file: Path) -> Iterator[dict[str, Any]]:
    """What is known, one record at a time: unpacked, the export is hundreds of megabytes."""
    with zipfile.ZipFile(file) as packed:
        for name in packed.namelist():
            if name.endswith(".json"):
                yield json.loads(packed.read(name))


def affected(told: dict[str, Any], packages: Installed) -> Iterator[tuple[str, dict[str, Any]]]:
    """The installed packages that a record is about, each once."""
    if "withdrawn" in told:
        return
    named: dict[str, list[dict[str, Any]]] = {}
    for entry in told.get("affected", []):
        package = entry.get("package", {})
        if package.get("ecosystem") == "PyPI":
            named.setdefault(plain(package["name"]), []).append(entry)
    for name in named.keys() & packages.keys():
        if any(is_hit(entry, packages[name]) for entry in named[name]):
            yield name, told


def is_hit(entry: dict[str, Any], version: str) -> bool:
    if version in entry.get("versions", []):
        return True
    ranges = [one["events"] for one in entry.get("ranges", []) if one.get("type") == "ECOSYSTEM"]
    return any(is_within(events, order(version)) for events in ranges)


def is_within(events: list[dict[str, str]], version: Order) -> bool:
    """Whether the last thing that happened up to this version is that the weakness came in."""
    happened = sorted((order(at), kind) for event in events for kind, at in event.items() if kind != "limit")
    standing = False
    for at, kind in happened:
        if kind == "introduced" and at <= version:
            standing = True
        if (kind == "fixed" and at <= version) or (kind == "last_affected" and at < version):
            standing = False
    return standing


def order(version: str) -> Order:
    """By which versions can be compared; one that is not out yet comes before the one that is."""
    release = re.match(r"v?(?:\d+!)?(\d+(?:\.\d+)*)(.*)", version)
    if release is None:
        return (), 0
    numbers = tuple(map(int, release[1].split(".")))
    while numbers and numbers[-1] == 0:
        numbers = numbers[:-1]
    return numbers, -1 if re.match(r"[-._]?(?:a|b|c|rc|alpha|beta|pre|dev)", release[2]) else 0


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
