"""Everything that could go wrong in the middle is looked at before the first file is written."""

import hashlib
import os
import pwd
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from offramp.upkeep import settings_file
from offramp.upkeep.machine import files, keeping, onion, programs, rehearsal, units
from offramp.upkeep.machine.installation import Installation, backups, database_folder
from offramp.upkeep.refusal import Refused
from offramp.upkeep.upgrade import environments

LINK = "/usr/local/bin/offramp"
# The sandbox hides these from the program, whoever may read them.
HIDDEN = ("root", "home", "tmp", "var/tmp")
MOVE = f"python3 -m venv /opt/offramp && /opt/offramp/bin/pip install {environments.SOURCE}"
PACKAGES = {"caddy": "caddy", "nginx": "nginx-light"}


def check(installation: Installation, *, uid: int) -> None:
    """Raises Refused with the first thing that stands in the way."""
    for problem in problems(installation, uid=uid):
        raise Refused(problem)
    texts = files.texts(installation)
    if installation.proxy == "caddy":
        check_caddyfile(texts[files.CADDYFILE])
    rehearsal.check(installation, installation.on_disk(settings_file.OF_THE_MACHINE))


def problems(installation: Installation, *, uid: int) -> Iterator[str]:
    yield from of_the_machine(installation, uid=uid)
    yield from of_the_program(installation)
    yield from of_the_folders(installation)
    yield from of_the_port(installation)
    yield from of_the_proxy(installation)
    if installation.onion:
        yield from of_tor(installation)


def of_the_machine(installation: Installation, *, uid: int) -> Iterator[str]:
    if uid != 0:
        yield "only root may install services; type sudo before the command."
    if not installation.on_disk("/run/systemd/system").is_dir():
        yield "this machine does not run systemd; in a container, “offramp serve” is all there is to start."
    here = installation.on_disk(settings_file.OF_THE_MACHINE)
    if not here.exists():
        yield f"there is no {here} for the service to read; “offramp init”, typed as root, makes it."
    if not is_known(installation.user):
        yield f"there is no user “{installation.user}”; “offramp init”, typed as root, makes it."


def of_the_folders(installation: Installation) -> Iterator[str]:
    for folder in (settings.CAMPAIGN_FOLDER, database_folder(), backups()):
        if folder and (hidden := hiding_place(folder, installation.root)):
            yield f"{folder} lies below {hidden}, where no service may look; move it, and tell the settings."


def of_the_program(installation: Installation) -> Iterator[str]:
    for needed in (installation.venv, (installation.venv / "bin" / "python").resolve()):
        if hidden := hiding_place(needed, installation.root):
            yield (
                f"{needed} lies below {hidden}, where a service may not look. "
                f"Install Offramp anew with “{MOVE}”, and type /opt/offramp/bin/offramp instead."
            )
        if closed := closed_folder(needed, installation.root):
            yield f"only its owner may enter {closed}; “chmod a+rx {closed}” lets the service in."
    link = installation.on_disk(LINK)
    if link.exists() and not link.is_symlink():
        yield f"{link} is a file of somebody else's; move it away first."


def of_the_port(installation: Installation) -> Iterator[str]:
    if is_taken(installation.port) and not is_ours(installation):
        yield (
            f"something else answers on port {installation.port}; "
            "end it first, or add --port and another number."
        )


def of_the_proxy(installation: Installation) -> Iterator[str]:
    proxy = installation.proxy
    if proxy == "none":
        return
    if not programs.find(proxy):
        yield f"{proxy} is not installed: “apt install {PACKAGES[proxy]}”, then type the same command again."
    if not programs.is_active(f"{proxy}.service"):
        for port in ports_of_the_proxy():
            if is_taken(port):
                yield (
                    f"something else answers on port {port}, where {proxy} should; "
                    "end it first, or add --proxy none."
                )
    if proxy == "caddy" and is_somebodys(installation.on_disk(files.CADDYFILE)):
        yield (
            f"{files.CADDYFILE} is in use for something else. Write our lines with “offramp service show "
            "FOLDER”, put them in yourself, and add --proxy none."
        )
    if proxy == "nginx":
        certificate, _ = files.certificate_and_key()
        if not installation.on_disk(certificate).exists():
            yield f"there is no {certificate}; certbot makes it, docs/hosting.md says how."


def ports_of_the_proxy() -> list[int]:
    place = urlsplit(settings.ORIGIN)
    if place.scheme == "http":  # an onion alone
        return []
    return [place.port] if place.port else [80, 443]


def of_tor(installation: Installation) -> Iterator[str]:
    if installation.proxy != "caddy":
        yield "--onion goes with Caddy: the way from Tor to the site is in its file."
    if not programs.find("tor"):
        yield "tor is not installed: “apt install tor”, then type the same command again."
    if not installation.on_disk(onion.MAIN_TORRC).exists():
        yield f"there is no {onion.MAIN_TORRC}; “apt install --reinstall tor” brings it back."


def check_caddyfile(text: str) -> None:
    """Caddy reads it as it would later, from a folder of its own. Raises Refused."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Caddyfile"
        file.write_text(text)
        words = ("caddy", "validate", "--adapter", "caddyfile", "--config", str(file))
        answer = programs.ask(*words, environment={"HOME": folder, "PATH": os.defpath})
    if answer.returncode:
        raise Refused(f"Caddy cannot use what we would give it: {programs.last_line(answer.stderr)}")


def is_somebodys(caddyfile: Path) -> bool:
    """Neither ours, changed or not, nor the one that Debian's package brings."""
    if not caddyfile.exists() or keeping.is_marked(caddyfile):
        return False
    answer = programs.ask("dpkg-query", "--show", "--showformat=${Conffiles}", "caddy")
    found = hashlib.md5(caddyfile.read_bytes(), usedforsecurity=False).hexdigest()
    return f"{files.CADDYFILE} {found}" not in answer.stdout


def is_ours(installation: Installation) -> bool:
    """Whether who answers there is our own service, from an earlier time."""
    unit = installation.on_disk(f"{files.UNITS}/{units.WEB}")
    is_there = unit.exists() and f" --port {installation.port} " in unit.read_text(errors="replace")
    return is_there and programs.is_active(units.WEB)


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def is_known(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def hiding_place(path: Path, root: Path) -> Path | None:
    return next((root / folder for folder in HIDDEN if path.is_relative_to(root / folder)), None)


def closed_folder(path: Path, root: Path) -> Path | None:
    """The first folder on the way that only its owner may enter."""
    for folder in reversed([path, *path.parents]):
        inside = folder.is_relative_to(root)
        if inside and folder.is_dir() and folder.stat().st_mode & 0o005 != 0o005:
            return folder
    return None
