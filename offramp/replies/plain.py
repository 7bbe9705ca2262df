"""Words as they are meant, however they are disguised: look-alike letters, letters nobody sees, accents."""

import re
import unicodedata

# Cyrillic, Greek and Armenian letters that look like Latin ones, in small letters.
_LIKE = str.maketrans(
    "авгеёкмнорстухѕіјһԁԛԝьɑαβεηικνορτυχϲӏոսցօ",
    "abreekmhopctyxsijhdqwbaabenikvoptuxclnugo",
)
# Latin ones of another shape, which no accent makes: small capitals, dotless, crossed through.
_SHAPES = str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıȷłøđħŧɡ", "abcdefghijklmnoprstuvwyzijlodhtg")
_LATIN, _UNLIKE = re.compile(r"[a-z]"), re.compile(r"[\u0370-\u058f]")
_WORD = re.compile(r"\w+")
_HIDDEN = re.compile(r"\w[\u00ad\u200b\u2060\ufeff]\w")
# Single letters apart: "f r e e".
_APART = re.compile(r"(?<!\w)[^\W\d_](?:[ .*_-][^\W\d_]){3,40}(?!\w)")


def seen(text: str) -> str:
    """As a reader sees it, but without accents; signs without width are gone."""
    if text.isascii():
        return text
    parted = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    return "".join(sign for sign in parted if unicodedata.category(sign) not in ("Mn", "Cf"))


def folded(text: str) -> str:
    """The same in small letters, look-alikes made Latin, letters set apart joined; in linear time."""
    small = seen(text).casefold()
    if not small.isascii():
        small = small.translate(_SHAPES)
        is_latin = len(_LATIN.findall(small)) > len(_UNLIKE.findall(small))
        small = small.translate(_LIKE) if is_latin else _WORD.sub(_made_latin, small)
    return _APART.sub(lambda found: re.sub(r"[\W_]", "", found[0]), small)


def is_disguised(text: str) -> bool:
    """Whether a word mixes alphabets, or hides signs between its letters."""
    if text.isascii():
        return False
    words = _WORD.findall(seen(text).casefold())
    return any(map(_is_mixed, words)) or bool(_HIDDEN.search(text))


def _is_mixed(word: str) -> bool:
    return bool(_LATIN.search(word) and _UNLIKE.search(word))


def _made_latin(word: re.Match[str]) -> str:
    """In a text of another alphabet only a word that mixes both is disguised."""
    return word[0].translate(_LIKE) if _is_mixed(word[0]) else word[0]
