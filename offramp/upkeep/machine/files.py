"""Every file that an installation consists of, besides the settings."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from offramp.upkeep.machine import onion, proxies, units
from offramp.upkeep.machine.installation import Installation

UNITS = "/etc/systemd/system"
CADDYFILE = "/etc/caddy/Caddyfile"
NGINX_SITE = "/etc/nginx/sites-available/offramp"
# Where Debian's certbot keeps what it was given.
CERTIFICATES = "/etc/letsencrypt/live"


def texts(installation: Installation) -> dict[str, str]:
    """Each file by its place on the machine. Raises Refused."""
    found = {f"{UNITS}/{name}": text for name, text in units.texts(installation).items()}
    if installation.proxy == "caddy":
        found[CADDYFILE] = caddyfile(installation)
    elif installation.proxy == "nginx":
        certificate, key = certificate_and_key()
        found[NGINX_SITE] = proxies.nginx_site(
            origin=settings.ORIGIN,
            upstreams=[upstream(installation)],
            certificate=certificate,
            key=key,
        )
    if installation.onion:
        found[onion.TORRC] = onion.torrc()
    return found


def caddyfile(installation: Installation) -> str:
    return proxies.caddyfile(
        origin=settings.ORIGIN, upstreams=[upstream(installation)], onion=installation.onion
    )


def upstream(installation: Installation) -> str:
    return f"127.0.0.1:{installation.port}"


def certificate_and_key() -> tuple[str, str]:
    folder = Path(CERTIFICATES) / str(urlsplit(settings.ORIGIN).hostname)
    return str(folder / "fullchain.pem"), str(folder / "privkey.pem")
