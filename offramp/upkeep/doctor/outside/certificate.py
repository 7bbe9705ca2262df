"""TLS: whether browsers trust the certificate, for how long still, and that nothing older is spoken."""

import socket
import ssl
import time
import warnings
from collections.abc import Iterator
from functools import partial

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.doctor.outside.visitor import PATIENCE, Visitor

A_DAY = 24 * 60 * 60
# Days left; a certificate that lives shorter than most is renewed later in its life, and measured by that.
SOON, VERY_SOON = 21, 7
PART_SOON, PART_VERY_SOON = 1 / 4, 1 / 12
WHY = "Browsers turn people away with a warning, and they should not get used to it."
MEND = """\
Read why it was not renewed (the second is for nginx, which has to be told):
$ journalctl --unit=caddy --since=-2d
$ certbot renew && systemctl reload nginx"""


def trusting(visitor: Visitor) -> Checks:
    return {} if visitor.scheme == "http" else {"certificate.trusted": partial(trusted, visitor)}


def checks(visitor: Visitor) -> Checks:
    if visitor.scheme == "http":
        return {}
    return {
        "certificate.days": lambda: days_left(lifetime(visitor), now=time.time()),
        "certificate.versions": partial(versions, visitor),
    }


def trusted(visitor: Visitor) -> Iterator[Finding]:
    context = visitor.context()
    try:
        with connected(visitor, context) as line:
            version = line.version()
    except ssl.SSLCertVerificationError as trouble:
        yield broken(
            f"Browsers do not trust the certificate of {visitor.host}: {trouble.verify_message}.",
            why=WHY,
            mend=MEND,
        )
    except ssl.SSLError as trouble:
        what = f"{visitor.host} speaks no TLS that browsers understand: {trouble.reason}."
        yield broken(what, why=WHY, mend=mends.PROXY_STATE)
    else:
        yield good(f"The certificate is trusted; {version} is spoken.")


def days_left(begins_and_ends: tuple[float, float], *, now: float) -> Iterator[Finding]:
    begins, ends = begins_and_ends
    lives, left = (ends - begins) / A_DAY, (ends - now) / A_DAY
    what = (
        f"The certificate runs out in {left:.0f} days."
        if left >= 2
        else f"The certificate runs out in {24 * left:.0f} hours."
    )
    if left < min(VERY_SOON, lives * PART_VERY_SOON):
        yield broken(what, why=WHY, mend=MEND)
    elif left < min(SOON, lives * PART_SOON):
        yield advice(what, why="By now it should have been renewed by itself.", mend=MEND)
    else:
        yield good(what)


def lifetime(visitor: Visitor) -> tuple[float, float]:
    with connected(visitor, visitor.context()) as line:
        told = line.getpeercert() or {}
    begins, ends = (ssl.cert_time_to_seconds(str(told[name])) for name in ("notBefore", "notAfter"))
    return begins, ends


def versions(visitor: Visitor) -> Iterator[Finding]:
    """Ask for what no browser asks for any more; whoever grants it lets an attacker ask, too."""
    context = visitor.context()
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    try:
        with connected(visitor, context) as line:
            spoken = line.version()
    except (ssl.SSLError, ConnectionError):
        yield good("Nothing older than TLS 1.2 is spoken.")
        return
    yield broken(
        f"{visitor.host} still speaks {spoken}.",
        why="It was broken years ago: who sits in between can read along.",
        mend=mends.PROXY,
    )


def connected(visitor: Visitor, context: ssl.SSLContext) -> ssl.SSLSocket:
    plain = socket.create_connection((visitor.host, visitor.port), timeout=PATIENCE)
    try:
        return context.wrap_socket(plain, server_hostname=visitor.host)
    except BaseException:
        plain.close()
        raise
