"""The file an installation's settings stand in: lines of KEY=VALUE, as systemd reads them too."""

import re
from collections.abc import Mapping
from pathlib import Path

from offramp.upkeep.refusal import Refused

OF_THE_MACHINE = Path("/etc/offramp/offramp.env")
LINE = re.compile(r"([A-Z][A-Z0-9_]*)\s*=\s*(.*)")
# What means the same to systemd, to a shell and to us, without quotes around it.
PLAIN = re.compile(r"[\w./:@%+,=~-]*", re.ASCII)
QUOTED = re.compile(r"'([^']*)'|\"([^\"\\$`]*)\"")


def of_this_person() -> Path:
    """Where somebody who may not write into /etc keeps an installation of their own."""
    return Path("~/.config/offramp/offramp.env").expanduser()


def find(environment: Mapping[str, str]) -> Path | None:
    """The file to read, if there is one; an empty OFFRAMP_SETTINGS says that there is none."""
    named = environment.get("OFFRAMP_SETTINGS")
    if named is not None:
        return Path(named) if named else None
    places = [OF_THE_MACHINE, *([of_this_person()] if "HOME" in environment else [])]
    return next((path for path in places if is_there(path)), None)


def is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError:
        return True  # and reading it will say whose it is


def read(path: Path) -> dict[str, str]:
    """What the file sets. Raises Refused, with the number of the line that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Refused(f"OFFRAMP_SETTINGS names {path}, and there is no such file.") from None
    except PermissionError:
        raise Refused(f"you may not read {path}; type sudo before the command.") from None
    except (OSError, UnicodeDecodeError):
        raise Refused(f"{path} cannot be read as a text.") from None
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped and stripped[0] not in "#;":
            name, value = parse(stripped, f"{path}, line {number}")
            if name in found:
                raise Refused(f"{path}, line {number}: {name} was set before; leave only one of the two.")
            found[name] = value
    return found


def parse(line: str, where: str) -> tuple[str, str]:
    matched = LINE.fullmatch(line)
    if not matched:
        raise Refused(f"{where}: expected NAME=value, found “{line.split('=', maxsplit=1)[0]}”.")
    name, value = matched.groups()
    if value[:1] in ("'", '"'):
        quoted = QUOTED.fullmatch(value)
        if not quoted:
            raise Refused(f"{where}: put the value of {name} between single quotes, with none inside it.")
        return name, quoted[1] if quoted[1] is not None else quoted[2]
    if "\\" in value or " #" in value:
        raise Refused(f"{where}: put the value of {name} between single quotes; a comment has its own line.")
    return name, value


def written(name: str, value: str) -> str:
    """One line of the file. Raises Refused for a value that it cannot hold."""
    if PLAIN.fullmatch(value):
        return f"{name}={value}"
    if not value.isprintable() or "'" in value:
        raise Refused(f"{name} may not contain a single quote or an invisible character.")
    return f"{name}='{value}'"
