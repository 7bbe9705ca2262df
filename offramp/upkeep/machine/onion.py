"""A way in through Tor: it needs no certificate, no domain and no open port."""

import time
from pathlib import Path

from django.conf import settings

from offramp.upkeep import settings_file
from offramp.upkeep.machine import keeping, proxies
from offramp.upkeep.machine.installation import Installation
from offramp.upkeep.refusal import Refused

MAIN_TORRC = "/etc/tor/torrc"
TORRC = "/etc/tor/torrc.d/offramp.conf"
INCLUDE = "%include /etc/tor/torrc.d/*.conf"
KEYS = "/var/lib/tor/offramp"
PATIENCE = 30


def torrc() -> str:
    """To Caddy, not to the site: what a visitor claims about where they come from ends there."""
    return (
        f"HiddenServiceDir {KEYS}/\n"
        f"HiddenServicePort 80 127.0.0.1:{proxies.ONION_PORT}\n"
        "# All who come through Tor share one address, so no limit of ours can tell a flood from a person.\n"
        "HiddenServicePoWDefensesEnabled 1\n"
    )


def include(installation: Installation) -> None:
    """Let Tor read our file."""
    main = installation.on_disk(MAIN_TORRC)
    text = main.read_text()
    if INCLUDE not in text.splitlines():
        keeping.replace(main, f"{text.rstrip()}\n\n{INCLUDE}\n")
        print(f"Added a line to {main}")


def address(installation: Installation) -> str:
    """The origin that Tor drew for us. Raises Refused when it draws none."""
    hostname = installation.on_disk(KEYS) / "hostname"
    for _ in range(PATIENCE * 5):
        if hostname.exists() and (drawn := hostname.read_text().strip()):
            return f"http://{drawn}"
        time.sleep(0.2)
    raise Refused("Tor has made no onion address; “journalctl -u tor@default -n 20” says why.")


def write_setting(file: Path, origin: str) -> None:
    """Tell the site its name. Raises Refused when it knows another."""
    if origin == settings.ONION_ORIGIN:
        return
    if settings.ONION_ORIGIN:
        raise Refused(
            f"{file} says OFFRAMP_ONION_ORIGIN={settings.ONION_ORIGIN}, and Tor says {origin}. "
            "Delete that line, and type the same command again."
        )
    text = file.read_text()
    ending = "" if text.endswith("\n") else "\n"
    with file.open("a") as settings_text:
        settings_text.write(f"{ending}{settings_file.written('OFFRAMP_ONION_ORIGIN', origin)}\n")
    print(f"Added OFFRAMP_ONION_ORIGIN to {file}")
