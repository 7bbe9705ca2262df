"""Files that are ours until a person changes them: each carries a digest of what we wrote."""

import hashlib
from pathlib import Path
from typing import Literal

HEAD = "# Written by “offramp service install”; a file you change is kept as it is. "

State = Literal["absent", "ours", "theirs"]


def marked(text: str) -> str:
    return f"{HEAD}{digest(text)}\n{text}"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def state(path: Path) -> State:
    """Whether a file is as we wrote it; one without our first line is somebody else's."""
    if not path.exists():
        return "absent"
    head, _, text = path.read_text(errors="replace").partition("\n")
    return "ours" if head == f"{HEAD}{digest(text)}" else "theirs"


def is_marked(path: Path) -> bool:
    """Whether it was ours once, changed since or not."""
    return path.exists() and path.read_text(errors="replace").startswith(HEAD)


def put(path: Path, text: str) -> None:
    """Write a file unless a person changed it, and say so."""
    new = marked(text)
    if state(path) == "theirs":
        put_beside(path, new)
    elif not path.exists() or path.read_text() != new:
        replace(path, new)
        print(f"Wrote {path}")


def put_beside(path: Path, new: str) -> None:
    """A person's own file stays; ours is offered once, when it is not the one theirs came from."""
    head = new.partition("\n")[0]
    beside = path.with_name(f"{path.name}.new")
    if path.read_text(errors="replace").startswith(head):
        print(f"Kept {path}, which you changed")
    else:
        replace(beside, new)
        print(f"Kept {path}, which you changed; ours is beside it: {beside.name}")


def take_away(path: Path) -> bool:
    """Delete a file that is as we wrote it; whether it was."""
    path.with_name(f"{path.name}.new").unlink(missing_ok=True)
    found = state(path)
    if found == "ours":
        path.unlink()
        print(f"Removed {path}")
    elif is_marked(path):
        print(f"Kept {path}, which you changed")
    return found == "ours"


def replace(path: Path, text: str) -> None:
    """Put the whole file in place at once: systemd or a proxy may read it at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.half")
    half.write_text(text)
    half.chmod(0o644)
    half.replace(path)
