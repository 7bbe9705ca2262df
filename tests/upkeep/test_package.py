"""The package by itself: what `pip install` brings serves in both languages, and nothing is left to make."""

import ast
import gettext
import http.client
import re
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.rules import source
from tests.upkeep import packages

TRANSLATIONS = sorted(path.relative_to(ROOT) for path in (ROOT / "offramp").rglob("django.po"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    tools = packages.build_tools(folder / "tools")
    source = packages.copy_source(folder / "source")
    return packages.build(source, folder, tools=tools)


@pytest.fixture(scope="module")
def port(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Installed, set up by flags in a folder of its own, and serving."""
    folder, port = tmp_path_factory.mktemp("installed"), free_port()
    command = str(packages.install(wheel, folder / "environment"))
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(packages.libraries(folder / "libraries"))}
    home = folder / "home"
    answers = [f"--origin=http://localhost:{port}", "--contact=hello@example.org", f"--folder={home}"]
    subprocess.run([command, "init", "--yes", *answers], env=environment, cwd=folder, check=True)
    environment["OFFRAMP_SETTINGS"] = str(home / "offramp.env")
    with subprocess.Popen([command, "serve", f"--port={port}"], env=environment, cwd=folder) as serving:
        yield port
        serving.send_signal(signal.SIGTERM)
        serving.wait(timeout=20)


def page(port: int, path: str) -> str:
    for _ in range(300):
        connection = http.client.HTTPConnection("localhost", port, timeout=20)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            assert answer.status == 200
            return answer.read().decode()
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("The server did not start.")


@pytest.mark.parametrize(("path", "language", "word"), [("/", "en", "Leave"), ("/es/", "es", "Salir")])
def test_the_front_page_speaks_both_languages_and_is_dressed(
    port: int, path: str, language: str, word: str
) -> None:
    shown = page(port, path)

    assert f'<html lang="{language}"' in shown
    assert word in shown
    styles = re.findall(r'href="(/static/[\w.]+\.css)"', shown)
    assert len(styles) == 1
    assert re.fullmatch(r"/static/offramp\.[0-9a-f]{12}\.css", styles[0])
    assert page(port, styles[0]) == (ROOT / "offramp" / "web" / "static" / "offramp.css").read_text()


def test_the_wheel_carries_what_is_read_at_run_time(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        carried = set(opened.namelist())
    read = [
        path.relative_to(ROOT)
        for path in (ROOT / "offramp").rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".mo")
        if "shipped" not in path.parts
    ]
    campaigns = [path.relative_to(ROOT) for path in (ROOT / "campaigns").rglob("*") if path.is_file()]

    assert {str(path) for path in read} - carried == set()
    assert {f"offramp/shipped/{path}" for path in campaigns} - carried == set()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in carried)


@pytest.mark.parametrize("path", TRANSLATIONS, ids=str)
def test_translations_say_what_the_usual_compiler_makes_of_them(path: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened, opened.open(str(path.with_suffix(".mo"))) as built:
        ours = gettext.GNUTranslations(built)
    with (ROOT / path.with_suffix(".mo")).open("rb") as usual:
        theirs = gettext.GNUTranslations(usual)

    assert vars(ours)["_catalog"] == vars(theirs)["_catalog"]


def test_every_library_that_is_imported_is_asked_for() -> None:
    """What only the checkout happens to have would be missed on somebody's server."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        asked = {re.split(r"[^\w-]", one)[0].lower() for one in tomllib.load(file)["project"]["dependencies"]}
    theirs = metadata.packages_distributions()
    modules = (source.tree(path) for path in source.files("offramp", ".py"))
    imported = {name for module in modules for name in names_imported(module)} - sys.stdlib_module_names
    needed = {name: {one.lower().replace("_", "-") for one in theirs.get(name, ["?"])} for name in imported}

    missing = {name for name, packages in needed.items() if not packages & (asked | {"offramp"})}
    assert missing == set()


def names_imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
