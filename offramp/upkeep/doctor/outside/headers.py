"""The headers as they arrive, held as a whole set against those that the site sends at home."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from django.templatetags.static import static

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.outside.visitor import Answer, Visitor

# How an answer travels, which the proxy decides; cookies have a look of their own.
OF_THE_WAY = {"connection", "content-length", "date", "keep-alive", "set-cookie", "transfer-encoding"}
TRAVELS = {"Accept-Encoding": "gzip"}  # as every browser does
FIRMS = {
    "cf-ray": "Cloudflare",
    "x-amz-cf-id": "Amazon CloudFront",
    "x-akamai-transformed": "Akamai",
    "x-fastly-request-id": "Fastly",
    "x-served-by": "Fastly",
    "x-sucuri-id": "Sucuri",
    "x-vercel-id": "Vercel",
    "x-azure-ref": "Microsoft Azure",
    "fly-request-id": "Fly.io",
}
REPORTS = (
    broken,
    "Browsers tell another firm who was here, and when.",
    "Switch it off at the firm that stands in front of the site, or do without that firm.",
)
NAMES_ITSELF = (
    advice,
    "An attacker need not find out what stands in front of the site.",
    mends.PROXY,
)
KEEPS = (advice, "Something on the way may keep pages.", mends.PROXY)
ADDED = {
    "content-encoding": (
        broken,
        "The length of a compressed page tells of the secrets in it.",
        mends.PROXY,
    ),
    "alt-svc": (
        advice,
        "Browsers write into a file that they were here, and Leave does not take it out.",
        mends.PROXY,
    ),
    **dict.fromkeys(("nel", "report-to", "reporting-endpoints"), REPORTS),
    **dict.fromkeys(("server", "via", "x-powered-by"), NAMES_ITSELF),
    **dict.fromkeys(("age", "etag", "expires", "last-modified", "x-cache"), KEEPS),
}


@dataclass
class Differences:
    """Of all pages together; each with the pages it was seen on."""

    looked_at: int
    missing: dict[str, list[str]] = field(default_factory=dict)
    altered: dict[str, list[str]] = field(default_factory=dict)
    added: dict[str, list[str]] = field(default_factory=dict)


def checks(visitor: Visitor) -> Checks:
    return {"headers.whole": partial(whole, visitor, pages())}


def pages() -> dict[str, str]:
    return {
        "the front page": "/",
        "the form": "/help/",
        "a page that is not there": "/nothing/here/",
        "a static file": static("offramp.css"),
    }


def whole(visitor: Visitor, pages: dict[str, str]) -> Iterator[Finding]:
    differences = Differences(looked_at=len(pages))
    for words, path in pages.items():
        compare(
            visitor.ask(path, headers=TRAVELS), visitor.ask_at_home(path, headers=TRAVELS), words, differences
        )
    found = list(judged(differences))
    yield from found or [good(f"All headers arrive as they were sent, on {len(pages)} kinds of pages.")]


def compare(heard: Answer, sent: Answer, words: str, differences: Differences) -> None:
    there, ours = plain(heard), plain(sent)
    for name, value in ours.items():
        if name not in there:
            differences.missing.setdefault(name, []).append(words)
        elif there[name] != value:
            differences.altered.setdefault(f"{name}: {there[name]}", []).append(words)
    for name in there.keys() - ours.keys():
        differences.added.setdefault(f"{name}: {there[name]}", []).append(words)


def plain(answer: Answer) -> dict[str, str]:
    """What can be compared: an empty Server says as little as none, and an order of names says nothing."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(name for name, value in answer.headers if value and name not in OF_THE_WAY):
        value = ", ".join(filter(None, answer.all(name)))
        listed = sorted({part.strip().lower() for part in value.split(",")})
        found[name] = ", ".join(listed) if name == "vary" else value
    return found


def judged(differences: Differences) -> Iterator[Finding]:
    def where(on: list[str]) -> str:
        return "everywhere" if len(on) == differences.looked_at else f"on {' and '.join(on)}"

    for header, on in differences.missing.items():
        yield broken(f"The header {header} is missing {where(on)}.", why=lacking(header), mend=mends.PROXY)
    for header, on in differences.altered.items():
        name = header.partition(":")[0]
        what = f"A header arrives altered {where(on)}, as “{shortened(header)}”."
        yield broken(what, why=lacking(name), mend=mends.PROXY)
    for header, on in differences.added.items():
        yield added(header, f"“{shortened(header)}” is added on the way {where(on)}.")


def lacking(name: str) -> str:
    told = {
        "strict-transport-security": "Somebody on the network could lead people to a copy without a lock.",
        "cache-control": "Pages would stay on the phone after somebody left.",
        "content-security-policy": "A foreign script would run in the page and read what is written.",
    }
    return told.get(name, "It keeps browsers from telling others what they see here, or from keeping it.")


def added(header: str, what: str) -> Finding:
    name = header.partition(":")[0]
    if name in FIRMS:
        why = f"{FIRMS[name]} stands in front of the site, undoes the lock and can read every text."
        return broken(what, why=why, mend="Let the name lead to this machine itself (“DNS only”).")
    usual = (advice, "Nothing of ours needs it, and it may tell something.", mends.PROXY)
    say, why, mend = ADDED.get(name, usual)
    return say(what, why=why, mend=mend)


def shortened(header: str) -> str:
    return header if len(header) <= 80 else f"{header[:79]}…"
