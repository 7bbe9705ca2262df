"""What stands above the first heading: name, contact, what somebody is, and facts a government asks for."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import days, labels, places
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import title_strength

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
_NETWORK = re.compile(
    r"(?P<network>linkedin|github|twitter|facebook)\.com/(?:in/|pub/)?(?P<user>[\w.%-]+)", re.IGNORECASE
)
_JOINT = re.compile(r"\s*[|\u2022\u00b7\u2502\u25cf\u25aa\u2022]\s*|\s{3,}")
_MEANT = re.compile(
    r"\b(?:e-?mail|(?:tele)?phone|tel|cell(?:ular)?|mobile|home|work|office|linkedin|website|web|"
    r"address|correo|tel[eé]fono|celular|m[oó]vil|direcci[oó]n|contact|contacto|portfolio|personal|"
    r"company|blog)\b\s*:?|[()]\s*(?:mobile|home|work|linkedin|personal|celular|company|other|blog|"
    r"portfolio)\s*[()]",
    re.IGNORECASE,
)
_FACTS = ("x-citizenship", "x-veteransPreference", "x-clearance")
_NOT_A_NAME = re.compile(
    r"(?:sample |federal )?(?:r[eé]sum[eé]|curriculum vitae|cv|curr[ií]culum|hoja de vida)(?: of| de)?:?",
    re.IGNORECASE,
)
_CLEARED = re.compile(
    r"\b(?:top secret|secret|public trust|ts/sci|q clearance|tier [345]|naci|mbi)\b.{0,40}", re.IGNORECASE
)
_CITIZEN = re.compile(
    r"^(?:u\.?s\.?|united states|american) citizen(?:ship)?$|^ciudadan[oa] (?:de (?:los )?ee\.? "
    r"?uu\.?|estadounidense|americano)",
    re.IGNORECASE,
)


_LONGEST = 1_000


def read(lines: Sequence[Line], kept: Kept) -> Basics:
    """Return the basics; sentences are the summary, one short line is what somebody is."""
    basics: Basics = {}
    rest: list[Line] = []
    for line in lines:
        if _NOT_A_NAME.fullmatch(line.text.strip()):
            kept.turn(line.text)
            continue
        left = contact(line, basics, kept)
        if left:
            rest.append(Line((left,), size=line.size, is_bold=line.is_bold, item=line.item))
    _name(rest, basics)
    for line in rest:
        if any(form.search(line.text) for form in (_PHONE, _EMAIL)) and len(line.text.split()) < 8:
            kept.leave(line.text)
        elif "label" not in basics and not line.item and _is_label(line.text):
            basics["label"] = line.text
        else:
            basics["summary"] = "\n".join(text for text in (basics.get("summary"), line.text) if text)
    return basics


def stands_alone(text: str) -> bool:
    """Tell whether a line is an e-mail address, a telephone number, an address of the web or a place."""
    said = text.strip(" |,")
    return any(form.fullmatch(said) for form in (_EMAIL, _PHONE, _URL)) or places.is_place(said)


def contact(line: Line, basics: Basics, kept: Kept) -> str:
    """Take contact and facts out of a line; return what is left of it."""
    if len(line.text) > _LONGEST:
        return line.text
    left: list[str] = []
    for piece in [piece for part in line.parts for piece in _JOINT.split(part) if piece.strip()]:
        rest = facts(piece, basics, kept)
        rest = _reached(rest, basics, kept) if rest else ""
        rest = _placed(rest, basics) if rest else ""
        if rest:
            left.append(rest)
    return " | ".join(left) if len(left) > 1 else "".join(left)


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
    if found_any:
        for meant in _MEANT.findall(text):
            kept.turn(meant)
        text = _MEANT.sub(" ", text)
        return " ".join(text.split()).strip(" ,;|/-\u2013\u2014:").removeprefix("()").strip()
    return text.strip()


def _take(found: re.Match[str], key: str, basics: Basics, kept: Kept) -> bool:
    if key == "network":
        profile = {"network": found["network"], "username": found["user"], "url": found[0]}
        basics.setdefault("profiles", []).append(profile)
        kept.turn_into(f"{found['network']} {found['user']}")
        return True
    if key in basics:
        # One of each has a place; a second one is shown as not read.
        return False
    basics[key] = found[0].strip()
    return True


def _placed(text: str, basics: Basics) -> str:
    if "location" in basics or not (places.is_place(text) or _is_city(text)):
        return text
    basics["location"] = _location(text)
    return ""


def _is_city(text: str) -> bool:
    city, comma, region = text.partition(",")
    return bool(comma) and places.is_place(f"{city.strip()}, {region.strip()}")


def _location(text: str) -> dict[str, str]:
    """Return an address in its fields."""
    found = re.match(
        r"^(?:(?P<address>.*?\d.*?|P\.?O\.? "
        r"Box.*?),\s*)?(?P<city>[^,]+)(?:,\s*(?P<region>[^,\d]+?))?(?:\s+(?P<code>\d{5}(?:-\d{4})?))?(?:,\s*(?P<country>[^,]+))?$",
        text.strip(" .,"),
    )
    if not found:
        return {"address": text}
    told = {
        "address": "address",
        "city": "city",
        "region": "region",
        "code": "postalCode",
        "country": "x-country",
    }
    return {key: found[group].strip() for group, key in told.items() if found[group]}


def _name(rest: list[Line], basics: Basics) -> None:
    """The name is the largest line without figures, or else the first."""
    named = [line for line in rest if _may_be_name(line.text)]
    if not named:
        return
    largest = max(named, key=lambda line: line.size)
    first = named[0]
    if len(named) > 1 and title_strength(first.text) == 3 and not title_strength(named[1].text):
        first = named[1]
    name = largest if largest.size > first.size + 0.5 else first
    basics["name"] = name.text
    rest.remove(name)


def _may_be_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        1 <= len(words) <= 7
        and not any(letter.isdigit() for letter in text)
        and ":" not in text
        and not text.rstrip().endswith(".")
    )


def _is_label(text: str) -> bool:
    return len(text.split()) <= 14 and not text.rstrip().endswith(".") and not days.spans(text)
