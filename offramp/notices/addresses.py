"""E-mail addresses that strangers type: brought into one form, or refused with the reason.

What comes out has ASCII letters only, so that an organizer who reads it sees what a mail server sees, and
nothing in it can begin a new header, name a second receiver or carry a display name.
"""

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

LONGEST = 254
# Nobody's address; longer ones are not looked at, or a megabyte would be.
LONGEST_TYPED = 1000
# What a mail program or a page leaves around an address when it is copied, marks of direction among it.
AROUND = " \t\r\n\v\f\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff"
# Before the @: words in code that a mail program turns into others, and ways on to another server.
LEADS_ELSEWHERE = re.compile(r"=\?|[%!]")
# A whole part of a domain that is written with these alone is read as one with Latin letters.
LIKE_LATIN = frozenset("асԁеһіјӏорԛѕԝхуъьҽпгѵѡкмтвнαικνρυωηοτχ")
LATIN_OF_ITS_OWN = frozenset("ßæœøłđðþŋ")
WRITTEN_TOGETHER = (
    {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "LATIN"},
    {"CJK", "HANGUL", "LATIN"},
    {"CJK", "BOPOMOFO", "LATIN"},
)


class NotAnAddress(Exception):
    """No mail can go there."""


class TooLong(NotAnAddress):
    """Longer than any address."""


class MoreThanOne(NotAnAddress):
    """A list of addresses, or two of them."""


class Quoted(NotAnAddress):
    """Quotation marks, a comment or a number instead of a domain: allowed once, and used for mischief now."""


class BeforeTheAt(NotAnAddress):
    """Letters before the @ that few mail servers take, or signs that make another address of it."""


class LooksLikeAnother(NotAnAddress):
    """Letters that look like others; `shown` is what a mail server would read."""

    def __init__(self, shown: str) -> None:
        super().__init__(shown)
        self.shown = shown


def normal(typed: str) -> str:
    """The address in its one form, in small letters. Raises NotAnAddress and its kinds.

    Small before the @, too: no server in use tells "Ada" from "ada", but an address that could be written
    in a thousand ways could be mailed a thousand times.
    """
    if len(typed) > LONGEST_TYPED:
        raise TooLong
    bare = _bare(typed)
    _refuse_what_is_no_single_address(bare)
    local, _, domain = bare.rpartition("@")
    if not local.isascii() or LEADS_ELSEWHERE.search(local):
        raise BeforeTheAt
    written = unicodedata.normalize("NFKC", domain).casefold().rstrip(".")
    try:
        known = validate_email(
            f"{local}@{written}", check_deliverability=False, allow_smtputf8=False, strict=True
        )
    except EmailNotValidError as why:
        raise (TooLong if "too long" in str(why) else NotAnAddress) from None
    address = (known.ascii_email or "").lower()
    if any(_looks_like_another(label) for label in written.split(".")):
        raise LooksLikeAnother(address)
    if len(address) > LONGEST:
        raise TooLong
    return address


def masked(address: str) -> str:
    """As much of it as its owner needs to know it again."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"


def _bare(typed: str) -> str:
    """Without spaces around it, and without "Ada <…>" or "mailto:" when somebody pasted that."""
    around = re.compile(rf"^[{AROUND}]+|[{AROUND}]+$")
    bare = around.sub("", typed)
    if named := re.fullmatch(r"[^<>\r\n]*<([^<>]*)>[.,;]?", bare):
        bare = around.sub("", named[1])
    bare = bare.rstrip(".,;")
    return bare[7:] if bare[:7].lower() == "mailto:" else bare


def _refuse_what_is_no_single_address(bare: str) -> None:
    if bare.startswith('"') or re.search(r"[()\\]|@\[", bare):
        raise Quoted
    if bare.count("@") > 1:
        raise MoreThanOne
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp", "Zs") for sign in bare):
        raise NotAnAddress


def _looks_like_another(label: str) -> bool:
    """Mixed scripts, or letters of one that pass for Latin. Who means it can type the label's ASCII form."""
    letters = [sign for sign in label if unicodedata.category(sign).startswith("L")]
    scripts = {unicodedata.name(sign, "?").partition(" ")[0] for sign in letters}
    if len(scripts) > 1:
        return not any(scripts <= together for together in WRITTEN_TOGETHER)
    if scripts == {"LATIN"}:
        return any(not _is_plain_latin(sign) for sign in letters)
    return bool(letters) and LIKE_LATIN.issuperset(letters)


def _is_plain_latin(letter: str) -> bool:
    """With or without accents; no dotless i, script g or small capital, which pass for another letter."""
    return unicodedata.normalize("NFD", letter)[0].isascii() or letter in LATIN_OF_ITS_OWN
