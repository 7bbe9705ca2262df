"""Offramp as a package: built from the source archive, installed where nothing of the checkout is seen."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

from tests.environment import ROOT

SOURCE = ("offramp", "campaigns", "docs", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_{0}(sys.argv[1]))"
PACKAGES = Path(sysconfig.get_path("purelib"))


def copy_source(folder: Path) -> Path:
    """What git would keep of the package, to be changed at will."""
    leave = shutil.ignore_patterns("__pycache__", "*.mo", "shipped")
    for name in SOURCE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=leave)
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


def build(source: Path, into: Path, *, tools: Path) -> Path:
    """The wheel, out of the source archive: so both are whole."""
    archive = into / last_word(BUILD.format("sdist"), str(into), folder=source, tools=tools)
    shutil.unpack_archive(archive, into / "unpacked", filter="data")
    [unpacked] = (into / "unpacked").iterdir()
    wheel = into / last_word(BUILD.format("wheel"), str(into), folder=unpacked, tools=tools)
    shutil.rmtree(into / "unpacked")
    return wheel


def last_word(program: str, *words: str, folder: Path, tools: Path) -> str:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tools)}
    command = [sys.executable, "-W", "ignore", "-c", program, *words]
    answer = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout.split()[-1]


def later(wheel: Path, version: str, files: dict[str, str]) -> Path:
    """The same wheel as if it were of a later version, with a few files more."""
    _, today, rest = wheel.name.split("-", 2)
    made = wheel.with_name(f"offramp-{version}-{rest}")
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("/METADATA"):
                content = content.replace(
                    f"\nVersion: {today}\n".encode(), f"\nVersion: {version}\n".encode()
                )
            new.writestr(name.replace(f"offramp-{today}.dist-info", f"offramp-{version}.dist-info"), content)
        for name, text in files.items():
            new.writestr(name, text)
    return made


def build_tools(folder: Path) -> Path:
    """What pyproject.toml asks for beyond what the checkout has."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, f"--target={folder}", "setuptools>=77", "polib>=1.2"], check=True)
    return folder


def libraries(folder: Path) -> Path:
    """Everything Offramp stands on, without the checkout's Offramp, to be had by PYTHONPATH."""
    folder.mkdir()
    for path in PACKAGES.iterdir():
        if "offramp" not in path.name:
            (folder / path.name).symlink_to(path)
    return folder


def install(wheel: Path, environment: Path) -> Path:
    """A fresh virtual environment with this wheel alone; returns the command in it."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--no-compile", str(wheel)], check=True)
    return environment / "bin" / "offramp"
