"""The one public address, and the onion beside it: what is one, and what was probably meant."""

import re
from urllib.parse import SplitResult, urlsplit

from offramp.upkeep.refusal import Refused

EXAMPLE = "https://help.example.org"
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
ONION = re.compile(r"http://[a-z2-7]{56}\.onion")


def read(typed: str) -> str:
    """The address as browsers write it. Raises Refused."""
    parts = split(typed)
    if parts.scheme not in ("http", "https"):
        raise Refused(f"“{typed}” does not begin with https://. Did you mean https://{bare(typed)}?")
    host = ascii_host(parts, typed)
    if parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment:
        raise Refused(
            f"“{typed}” says more than the name of the site. Did you mean {parts.scheme}://{host}{port(parts)}?"
        )
    if parts.scheme == "http" and not (is_local(host) or host.endswith(".onion")):
        raise Refused(
            f"“{typed}” would send everything in the open. Did you mean https://{host}{port(parts)}?"
        )
    return f"{parts.scheme}://{host}{port(parts)}"


def read_onion(typed: str) -> str:
    """Empty where there is none. Raises Refused."""
    address = typed.strip().lower().rstrip("/")
    if address and "://" not in address:
        address = f"http://{address}"
    if address and not ONION.fullmatch(address):
        raise Refused(
            f"“{typed}” is no onion address: http://, 56 letters and digits, .onion and nothing more."
        )
    return address


def is_local(host: str | None) -> bool:
    return host in ("localhost", "127.0.0.1")


def split(typed: str) -> SplitResult:
    try:
        parts = urlsplit(typed.strip())
        _ = parts.port  # only asked for is it looked at
    except ValueError:
        raise Refused(f"“{typed}” cannot be read as an address; it should look like {EXAMPLE}.") from None
    return parts


def ascii_host(parts: SplitResult, typed: str) -> str:
    """The name as browsers send it: small letters, and accents written in another way."""
    host = parts.netloc.rpartition("@")[2]
    if parts.port is not None:
        host = host.rpartition(":")[0]
    try:
        host = host.rstrip(":").lower().encode("idna").decode()
    except UnicodeError:
        host = ""
    if not HOST.fullmatch(host):
        raise Refused(f"“{typed}” holds no name of a site; it should look like {EXAMPLE}.")
    return host


def port(parts: SplitResult) -> str:
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f":{parts.port}" if parts.port not in (None, usual) else ""


def bare(typed: str) -> str:
    """What stands after the slashes, up to the next one."""
    return typed.strip().partition("://")[2].partition("/")[0] or typed.strip().partition("/")[0]
