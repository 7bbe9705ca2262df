"""A campaign's folder with two more languages: files alone, and not a line of the program."""

import re
import shutil
from pathlib import Path

import django

from tests.environment import ROOT
from tests.languages import catalogs
from tests.languages.pseudo import BOTH, Pseudo

SHIPPED = ROOT / "campaigns" / "immigration-enforcement"
# en = "…", why.en = "…", each over as many lines as it takes.
SAID = re.compile(r'^([\w.-]*\b)?en(\s*=\s*)("""(?:.|\n)*?"""|"(?:\\.|[^"\\\n])*")', re.MULTILINE)
TABLE = re.compile(r"^\[en\]\n((?:.|\n)*?)(?=^\[|\Z)", re.MULTILINE)
QUOTED = re.compile(r'"([^"]*)"')
ABOUT = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def make(folder: Path) -> Path:
    """Copy what we ship, and let it speak both."""
    shutil.copytree(SHIPPED, folder)
    for path in folder.glob("**/*.toml"):
        path.write_text(_with_both(path.read_text()))
    for path in [*folder.glob("letters/*/en.md"), *folder.glob("pages/en/*.md")]:
        for pseudo in BOTH:
            there = Path(str(path.relative_to(folder)).replace("/en", f"/{pseudo.code}"))
            (folder / there).parent.mkdir(exist_ok=True)
            (folder / there).write_text(pseudo.say(path.read_text()))
    for pseudo in BOTH:
        catalogs.write(folder / "locale" / pseudo.code / "LC_MESSAGES" / "django.mo", _catalog(pseudo))
    return folder


def _with_both(text: str) -> str:
    codes = "".join(f', "{pseudo.code}"' for pseudo in BOTH)
    text = text.replace('languages = ["en", "es"]', f'languages = ["en", "es"{codes}]')
    for pseudo in BOTH:
        text = SAID.sub(lambda found, said=pseudo: f"{found[0]}\n{_said(found, said)}", text)  # type: ignore[misc]
        text += "".join(f"\n[{pseudo.code}]\n{_words(found[1], pseudo)}" for found in TABLE.finditer(text))
    return text


def _said(found: re.Match[str], pseudo: Pseudo) -> str:
    before, between, quoted = found.groups()
    quote = '"""' if quoted.startswith('"""') else '"'
    words = quoted.removeprefix(quote).removesuffix(quote)
    return f"{before or ''}{pseudo.code}{between}{quote}{pseudo.say(words)}{quote}"


def _words(table: str, pseudo: Pseudo) -> str:
    return QUOTED.sub(lambda quoted: f'"{pseudo.word(quoted[1])}"', table)


def _catalog(pseudo: Pseudo) -> catalogs.Catalog:
    """Every string of every room, and Django's own: months, and what its forms say."""
    rooms = [*ROOT.glob("offramp/*/locale/es/LC_MESSAGES/django.mo")]
    rooms.append(Path(django.__file__).parent / "conf/locale/es/LC_MESSAGES/django.mo")
    originals = {original for path in rooms for original in catalogs.read(path)}
    return {original: _translated(original, pseudo) for original in originals}


def _translated(original: bytes, pseudo: Pseudo) -> bytes:
    context, _, words = original.decode().rpartition("\x04")
    if not original:
        return ABOUT.encode()
    if context.startswith("the name of your language"):
        return pseudo.own_name.encode()
    if context.startswith("the direction of your writing"):
        return pseudo.direction.encode()
    return "\0".join(pseudo.say(form) for form in words.split("\0")).encode()
