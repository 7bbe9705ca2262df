"""Ways to another site, written openly, in HTML or Markdown, or broken up so that they slip through."""

import re

from offramp.replies.marking import whereabouts

_ANY = re.compile(
    r"\bh(?:tt|xx)ps?(?://|:|\[)|\bwww\.\w|\bjavascript:|\bdata:(?:text|image|application)/|<a\s|\]\("
    r"|\w ?[(\[] ?(?:dot|punto|\.) ?[)\]] ?\w"
    # An ending that is a word too needs what comes after it: "tell me.us" is no address.
    r"|(?<![\w@.-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:(?:app|biz|cc|click|club|com|dev|edu"
    r"|gg|gl|gov|icu|info|io|link|live|mil|mx|net|online|org|page|pro|ru|shop|site|space|store|tk|top|tv|vip"
    r"|website|xyz)\b(?!@)|(?:be|co|es|is|it|ly|me|us)/\w)"
)


def are_in(folded: str) -> bool:
    return bool(_ANY.search(whereabouts.without_addresses(folded)))
