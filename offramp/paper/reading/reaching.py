"""How to reach somebody, where they live, and facts a government asks for, taken out of a line."""

import re
from collections.abc import Iterable
from typing import Any

from offramp.paper.reading import addresses, labels, names, places
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Basics = dict[str, Any]
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d-])(?:\+?\d{1,3}[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.-]?\d{3}[\s.-]?\d{4}(?:\s*(?:x|"
    r"ext\.?)\s*\d+)?(?!\d)"
)
_URL = re.compile(
    r"(?:https?://)?(?:www\.)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|io|me|us|"
    r"info|dev|co|mil)(?:/[^\s|,;)]*)?",
    re.IGNORECASE,
)
# Of any country or kind, where it stands alone: nothing else is written so.
_ADDRESS = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?:[/?#]\S*)?", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<network>linkedin|github|gitlab|twitter|facebook|instagram|youtube|medium|behance|dribbble)\.com/(?:in/|pub/)?(?P<user>[\w.%-]+)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)
_JOINT = re.compile(r"\s*[|\u2022\u00b7\u2502\u25cf\u25aa\u2022]\s*|\s{3,}")
_ICON = re.compile(r"[\ue000-\uf8ff]")
_MEANT = re.compile(
    r"\b(?:e-?mail|(?:tele)?phone|tel|cell(?:ular)?|mobile|home|work|office|linkedin|website|web|"
    r"address|correo|tel[eé]fono|celular|m[oó]vil|direcci[oó]n|contact|contacto|portfolio|personal|"
    r"company|blog)\b\s*:?|[()]\s*(?:mobile|home|work|linkedin|personal|celular|company|other|blog|"
    r"portfolio)\s*[()]",
    re.IGNORECASE,
)
# A number of another country, where it stands alone.
_ABROAD = re.compile(r"(?=(?:\D*\d){8,15}\D*$)(?:\+|0)[\d ().-]{7,20}")
_FACTS = ("x-citizenship", "x-veteransPreference", "x-clearance")
_CLEARED = re.compile(
    r"\b(?:top secret|secret|public trust|ts/sci|q clearance|tier [345]|naci|mbi)\b.{0,40}", re.IGNORECASE
)
_CITIZEN = re.compile(
    r"^(?:u\.?s\.?|united states|american) citizen(?:ship)?$|^ciudadan[oa] (?:de (?:los )?ee\.? "
    r"?uu\.?|estadounidense|americano)",
    re.IGNORECASE,
)
# What nobody may be asked for; it stands among what was not read, to be taken out.
_PRIVATE = re.compile(
    r"\b(?:ssn|s\.s\.n\.|social security|seguro social|d\.?o\.?b\.?|date of birth|birth ?date|born|"
    r"fecha de nacimiento|nacid[oa])\b[^|]{0,30}\d",
    re.IGNORECASE,
)
_LONGEST = 1_000
_MOST_WAY = 8


def private(text: str) -> bool:
    """Tell whether a text says a number or a day that no résumé should."""
    return bool(_PRIVATE.search(text))


def email(texts: Iterable[str]) -> str:
    """Return the first e-mail address in these texts."""
    found = (_EMAIL.search(text) for text in texts if len(text) <= _LONGEST)
    return next((each[0] for each in found if each), "")


def is_way(text: str) -> bool:
    """Tell whether a short text holds a telephone number or an e-mail address."""
    return len(text.split()) < _MOST_WAY and any(form.search(text) for form in (_PHONE, _EMAIL))


def is_address(text: str) -> bool:
    """Tell whether a text is an address of the web and nothing else."""
    said = text.strip(" |,")
    is_written_so = said == said.lower() or "/" in said
    return len(said) <= _LONGEST and is_written_so and bool(_URL.fullmatch(said) or _ADDRESS.fullmatch(said))


def stands_alone(text: str) -> bool:
    """Tell whether a line is an e-mail address, a telephone number, an address of the web or a place."""
    said = text.strip(" |,")
    return any(form.fullmatch(said) for form in (_EMAIL, _PHONE, _URL)) or places.is_place(said)


def contact(line: Line, basics: Basics, kept: Kept) -> str:
    """Take contact and facts out of a line; return what is left of it."""
    if len(line.text) > _LONGEST:
        return line.text
    left: list[str] = []
    parts = [_ICON.sub(" ", part) for part in line.parts]
    for piece in [piece for part in parts for piece in _JOINT.split(part) if piece.strip()]:
        rest = _called(_PRIVATE.split(piece, maxsplit=1)[0].strip(" ,;|-"), basics, kept)
        rest = facts(rest, basics, kept) if rest else ""
        rest = _reached(rest, basics, kept) if rest else ""
        rest = _placed(rest, basics, kept) if rest else ""
        if rest and not _MEANT.sub("", rest).strip(" ()"):
            kept.turn(rest)
            rest = ""
        if rest:
            left.append(rest)
    return " | ".join(left) if len(left) > 1 else "".join(left)


def _called(text: str, basics: Basics, kept: Kept) -> str:
    name, label = names.labelled(text)
    if not name or "name" in basics:
        return text
    basics["name"] = name
    kept.turn(label)
    return ""


def facts(text: str, basics: Basics, kept: Kept) -> str:
    """Take citizenship, preference and clearance out of a text."""
    said, before = labels.read(text)
    mine = [each for each in said if each.key in _FACTS]
    if mine and not before and len(mine) == len(said):
        for each in mine:
            basics.setdefault(each.key, each.value)
            kept.turn(each.label)
        return ""
    if _CITIZEN.match(text.strip()) and "x-citizenship" not in basics:
        basics["x-citizenship"] = text.strip()
        return ""
    is_clearance = re.search(r"\bclearance\b", text, re.IGNORECASE) and _CLEARED.search(text)
    if is_clearance and len(text.split()) <= 9 and "x-clearance" not in basics:
        basics["x-clearance"] = text.strip()
        return ""
    return text


def _reached(text: str, basics: Basics, kept: Kept) -> str:
    found_any = False
    for form, key in ((_EMAIL, "email"), (_NETWORK, "network"), (_PHONE, "phone"), (_URL, "url")):
        for found in list(form.finditer(text)):
            taken = _take(found, key, basics, kept)
            if taken:
                found_any = True
                text = text.replace(found[0], " ", 1)
    if _ABROAD.fullmatch(text.strip()) and "phone" not in basics:
        basics["phone"] = text.strip()
        return ""
    if found_any:
        for meant in _MEANT.findall(text):
            kept.turn(meant)
        text = _MEANT.sub(" ", text)
        return " ".join(text.split()).strip(" ,;|/-\u2013\u2014:").removeprefix("()").strip()
    return text.strip()


def _take(found: re.Match[str], key: str, basics: Basics, kept: Kept) -> bool:
    if key == "network":
        profile = {"network": found["network"], "username": found["user"], "url": _BEFORE.sub("", found[0])}
        basics.setdefault("profiles", []).append(profile)
        kept.turn(found[0][: found.start("network") - found.start()])
        kept.turn_into(f"{found['network']} {found['user']}")
        return True
    if key in basics:
        # One of each has a place; a second one is shown as not read.
        return False
    basics[key] = found[0].strip()
    return True


def _placed(text: str, basics: Basics, kept: Kept) -> str:
    before = basics.get("location", {})
    location, label = addresses.taken(text, before)
    if location == before:
        return text
    basics["location"] = location
    kept.turn(label)
    return ""
