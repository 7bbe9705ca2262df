"""`offramp farewell page FILE`: one page in every language, to stand at the address when all else is gone."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.campaigns.campaign import Campaign
from offramp.upkeep.refusal import Refused

# The page asks for no other file, whoever serves it.
LOOK = format_html(
    "<style>{}</style>",
    ":root{color-scheme:light dark}body{max-width:38rem;margin:0 auto;padding:1.5rem;"
    "font:1.1rem/1.6 Charter,Cambria,Georgia,serif}h1{font-size:1.9rem;line-height:1.2}"
    "h1,h2,h3{text-wrap:balance}article+article{margin-top:3rem;border-top:1px solid;padding-top:1rem}"
    "li,p{overflow-wrap:anywhere}.small{font-size:.95rem}a{display:inline-block;padding:.15rem 0}",
)
DONE = """\
Written: {path}, {size:,} bytes, in {languages}.
Read it once in a browser. docs/hosting.md, “Going away”, shows how to serve it."""


def run(asked: Namespace) -> int:
    campaign = campaigns.current()
    text = page(campaign)
    write(asked.file, text)
    names = " and ".join(tongues.own_name(code) for code in campaign.languages)
    print(DONE.format(path=asked.file, size=len(text.encode()), languages=names))
    return 0


def page(campaign: Campaign) -> str:
    first = campaign.languages[0]
    said = {"language": first, "name": campaign.text("name", first), "look": LOOK}
    return render_to_string("farewell/page.html", said | {"parts": list(parts(campaign))})


def parts(campaign: Campaign) -> Iterator[dict[str, Any]]:
    """The same words once in each language."""
    for code in campaign.languages:
        with translation.override(code):
            said = {
                "language": code,
                "direction": tongues.direction(),
                "language_name": tongues.own_name(code),
                "name": campaign.text("name", code),
                "tonight": campaign.page("crisis-line", code),
                "lines": campaign.crisis_lines(code),
            }
            yield said | {"html": render_to_string("farewell/part.html", said)}


def write(path: Path, text: str) -> None:
    """Readable by a web server, and never over another file. Raises Refused."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        path.chmod(0o644)
    except FileExistsError:
        raise Refused(f"{path} is there already; name another file, or delete that one first.") from None
    except OSError as trouble:
        raise Refused(f"{path} cannot be written: {trouble.strerror}.") from None
