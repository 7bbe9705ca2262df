"""By what a person is reached, wherever it stands in a text: a telephone, an e-mail address, a profile."""

import re

PHONE = re.compile(
    r"(?<![\w$#.-])(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .\u2013-])\d{3}[ .\u2013-]\d{4}"
    r"(?:,? ?(?:x|ext\.?) ?\d{1,6})?(?![\w-])"
    r"|(?<![\w+])\+\d{1,3}(?:[ .()-]{0,2}\d{2,4}){2,5}(?![\w-])"
)
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PROFILE = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:[a-z]{2,3}\.)?"
    r"(?:linkedin\.com/(?:in|pub)/|(?:facebook|instagram|twitter|x|tiktok)\.com/@?)[^\s|,;)\]]{2,200}",
    re.IGNORECASE,
)
# Not somebody's own: an employer's, or one for everybody.
_SHARED = re.compile(
    r"\b(?:office|employer|company|agency|hotline|switchboard|oficina|empresa|agencia)\b[^\n.;]{0,30}$",
    re.IGNORECASE,
)


def is_shared(text: str, start: int) -> bool:
    """Whether the words right before it say that it belongs to an office."""
    return bool(_SHARED.search(text[max(0, start - 60) : start]))
