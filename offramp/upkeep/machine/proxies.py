"""What Caddy and nginx are told: they end TLS, write down nothing, and send no form twice."""

import ipaddress
from collections.abc import Sequence
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

# Where the onion service of this machine hands over what comes through Tor.
ONION_PORT = 8080
# No authority that everybody trusts signs for these.
NOT_PUBLIC = ("localhost", "test", "example", "internal", "local", "lan", "onion")
# Said while no host answers; double quotes would end it in the files it is put into.
LATER = (
    "<!doctype html><html lang=en><meta name=viewport content='width=device-width'><title>One moment</title>"
    "<p>We will be back in a moment. Please wait half a minute, then reload this page. If you just sent "
    "something, your browser asks whether to send it again: say yes, and it is not lost."
    "<p lang=es>Volvemos en un momento. Espere medio minuto, por favor, y recargue esta página. Si acaba "
    "de enviar algo, su navegador pregunta si debe enviarlo otra vez: diga que sí, y no se pierde.</html>"
)
# One firm hears of our name, not a second one when the first is slow.
FROM_AN_AUTHORITY = "{\n\t\tissuer acme\n\t}"
# Of two hosts, the one that is gone gets no more forms: gone, not slow, or a busy hour would close both.
# Nor do forms that broke off count against a host, or one visitor could do the same.
HEALTH = """
	health_uri /alive/
	health_interval 1s
	health_timeout 30s"""
PUBLIC = """
%origin {
	tls %tls
	import site
}

# Whoever asks for another name, or for none, learns nothing.
https://:%port {
	abort
}
"""
FROM_HTTP = """
http://%host {
	header -Server
	redir %origin{uri} permanent
}

http:// {
	abort
}
"""
THROUGH_TOR = """
http://:%onion_port {
	bind 127.0.0.1
	import site
}
"""


class Blanks(Template):
    """Filled in with Python's own rules, but for a sign that neither Caddy nor nginx gives a meaning."""

    delimiter = "%"


def caddyfile(
    *, origin: str, upstreams: Sequence[str] = ("127.0.0.1:8000",), onion: bool = False, tls: str = ""
) -> str:
    """The whole Caddyfile; `tls` is “internal”, or “certificate key”, where no authority can be asked."""
    place = urlsplit(origin)
    listeners = PUBLIC if place.scheme == "https" else ""
    # An address with a port of its own is no one's first guess.
    listeners += FROM_HTTP if place.scheme == "https" and place.port is None else ""
    listeners += THROUGH_TOR if onion else ""
    return filled(
        filled(
            read("Caddyfile.txt"),
            upstreams=" ".join(upstreams),
            health=HEALTH if len(upstreams) > 1 else "",
            later=LATER,
            listeners=listeners,
        ),
        origin=origin,
        host=place.hostname,
        port=place.port or 443,
        onion_port=ONION_PORT,
        tls=tls or ("internal" if is_private(place.hostname or "") else FROM_AN_AUTHORITY),
    )


def nginx_site(*, origin: str, upstreams: Sequence[str], certificate: str, key: str) -> str:
    """A file for nginx's sites-enabled."""
    place = urlsplit(origin)
    return filled(
        read("nginx.conf.txt"),
        upstreams="\n\t".join(f"server {host} max_fails=0;" for host in upstreams),
        origin=origin,
        host=place.hostname,
        port=place.port or 443,
        certificate=certificate,
        key=key,
        later=LATER,
    )


def is_private(host: str) -> bool:
    """Whether a name is only known at home."""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return "." not in host or host.rpartition(".")[2] in NOT_PUBLIC


def filled(text: str, **blanks: object) -> str:
    return Blanks(text).substitute(blanks)


def read(name: str) -> str:
    return (Path(__file__).parent / name).read_text()
