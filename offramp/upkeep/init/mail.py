"""The mail server: asked for in plain words, and tried before it is believed."""

import smtplib
import socket
import ssl
from urllib.parse import SplitResult, quote, unquote, urlsplit

from offramp.upkeep.init import asking
from offramp.upkeep.refusal import Refused

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
LOOKS_LIKE = "it looks like smtp+tls://user:password@mail.example.org:587"
PATIENCE = 10  # seconds


def read(typed: str) -> str:
    """A setting that works, or an empty one for “not yet”. Raises Refused; the password is not repeated."""
    typed = typed.strip()
    if not typed:
        return ""
    parts = split(typed)
    if parts.password and parts.scheme == "smtp" and parts.hostname not in ("localhost", "127.0.0.1"):
        raise Refused("with smtp:// the password would travel in the open; write smtp+tls:// or smtps://.")
    try_out(parts)
    return typed


def split(typed: str) -> SplitResult:
    try:
        parts = urlsplit(typed)
        _ = parts.port  # only asked for is it looked at
    except ValueError:
        raise Refused(f"this is no mail server; {LOOKS_LIKE}.") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise Refused(f"this is no mail server; {LOOKS_LIKE}.")
    return parts


def try_out(parts: SplitResult) -> None:
    """Connect and sign in, as the daily mail will; nothing is sent. Raises Refused."""
    name, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    try:
        with connected(parts.scheme, name, port) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
    except socket.gaierror:
        raise Refused(f"there is no machine called {name}, as far as this one knows.") from None
    except ssl.SSLError as trouble:
        raise Refused(
            f"the mail server {name} shows no certificate that fits its name: {trouble.reason}."
        ) from None
    except smtplib.SMTPAuthenticationError:
        raise Refused(f"the mail server {name} refuses this user name or password.") from None
    except smtplib.SMTPNotSupportedError:
        raise Refused(
            f"the mail server {name}, port {port}, does not offer to encrypt or to let anybody sign in."
        ) from None
    except (OSError, smtplib.SMTPException):
        raise Refused(
            f"the mail server {name} does not answer on port {port}. "
            "Many hosting firms let no mail out until you ask them."
        ) from None


def connected(scheme: str, name: str, port: int) -> smtplib.SMTP:
    trust = ssl.create_default_context()
    if scheme == "smtps":
        return smtplib.SMTP_SSL(name, port, timeout=PATIENCE, context=trust)
    server = smtplib.SMTP(name, port, timeout=PATIENCE)
    if scheme == "smtp+tls":
        server.starttls(context=trust)
    return server


def ask(given: str | None, *, asks: bool, words: str) -> str:
    """The setting; somebody who is asked may go on with a server that does not answer yet."""
    if not asks:
        return asking.settle(asking.Question("--mail", words, read, default=""), given, asks=False)
    if given is None:
        print(f"\n{words}")
    while True:
        typed = typed_setting() if given is None else given
        given = None
        try:
            return read(typed)
        except Refused as wrong:
            print(f"   {asking.sentence(wrong)}")
        if is_setting(typed) and asking.agrees("Keep it all the same, and see to it later?", usually=False):
            return typed


def is_setting(typed: str) -> bool:
    try:
        return bool(split(typed))
    except Refused:
        return False


def typed_setting() -> str:
    """A whole setting, or the name of a server with the questions that go with it."""
    server = asking.read("   [not yet] > ")
    if not server or "://" in server:
        return server
    user = asking.read("   User name there, often a whole mail address (Enter if none is needed): ")
    if not user:
        return f"smtp://{server}"
    password = asking.read("   Password there (not shown while you type): ", hidden=True)
    signed_in = f"{quote(user, safe='')}:{quote(password, safe='')}@{server}"
    port = server.rpartition(":")[2]
    return f"smtps://{signed_in}" if port == "465" else f"smtp+tls://{signed_in}"
