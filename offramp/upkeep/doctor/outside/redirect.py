"""Who types the bare name is sent on to https, and told nothing else."""

import http.client
import re
from collections.abc import Iterator
from functools import partial

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.outside.visitor import PATIENCE, Visitor

PATH = "/now/"
WHY = "Who listens on the network sees the page that somebody opens, and can put another in its place."


def checks(visitor: Visitor) -> Checks:
    if visitor.scheme == "http" or visitor.has_port:
        return {}  # what answers on port 80 belongs to some other site
    return {"redirect.http": partial(sent_on, visitor, port=80)}


def sent_on(visitor: Visitor, *, port: int) -> Iterator[Finding]:
    line = http.client.HTTPConnection(visitor.host, port, timeout=PATIENCE)
    try:
        line.request("GET", PATH, headers={"Host": visitor.host})
        answer = line.getresponse()
        answer.read()
    except (ConnectionRefusedError, TimeoutError):
        yield good("Nothing answers on http://, and browsers go on to https:// by themselves.")
        return
    finally:
        line.close()
    yield from judged(visitor, answer)


def judged(visitor: Visitor, answer: http.client.HTTPResponse) -> Iterator[Finding]:
    leads_to = answer.getheader("Location") or ""
    if answer.status not in (301, 302, 307, 308) or leads_to != visitor.origin + PATH:
        told = f"{answer.status} {leads_to}".strip()
        yield broken(
            f"http:// is not sent on to {visitor.origin}, but answered with {told}.",
            why=WHY,
            mend=mends.PROXY,
        )
        return
    if answer.getheader("Set-Cookie"):
        yield broken("The answer on http:// sets a cookie.", why="It travels in the open.", mend=mends.PROXY)
        return
    version = re.search(r"\d", answer.getheader("Server") or answer.getheader("X-Powered-By") or "")
    if version:
        yield advice(
            f"The answer on http:// tells which version answers: {answer.getheader('Server')}.",
            why="An attacker need not try out what it is weak to.",
            mend=mends.PROXY,
        )
        return
    yield good("http:// is sent on to https://.")
