"""`offramp service install`: looks first, then writes, then starts, and ends when the site answers."""

import http.client
import time
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from offramp.upkeep import settings_file
from offramp.upkeep.machine import files, keeping, onion, programs, proxy, ready, units
from offramp.upkeep.machine.installation import Installation
from offramp.upkeep.refusal import Refused

PATIENCE = 120
NOW = "Now type “offramp doctor”: it looks at everything once, from inside and from outside."


def install(installation: Installation, *, uid: int) -> int:
    """May be done again at any time, and after a mishap is. Raises Refused."""
    ready.check(installation, uid=uid)
    proxy.make_room(installation)
    texts = files.texts(installation)
    # A timer that somebody switched off stays so: on the second of two machines, or on a lawyer's word.
    begun = [Path(path).name for path in texts if not installation.on_disk(path).exists()]
    timers = [timer for timer in units.TIMERS if timer in begun]
    for path, text in texts.items():
        keeping.put(installation.on_disk(path), text)
    link(installation)
    programs.systemctl("daemon-reload")
    if timers:
        programs.systemctl("enable", "--now", *timers)
    if installation.onion:
        open_onion(installation)
    programs.systemctl("enable", units.WEB)
    # Also where nothing is new: the settings may be, or an earlier try ended before this line.
    programs.systemctl("restart", units.WEB)
    wait(installation.port)
    proxy.start(installation)
    say(installation)
    return 0


def link(installation: Installation) -> None:
    """So that “offramp” is enough to type."""
    here = installation.on_disk(ready.LINK)
    if here.resolve() == installation.command.resolve():
        return
    here.parent.mkdir(parents=True, exist_ok=True)
    here.unlink(missing_ok=True)
    here.symlink_to(installation.command)
    print(f"Linked {here} to {installation.command}")


def open_onion(installation: Installation) -> None:
    """Raises Refused."""
    onion.include(installation)
    programs.systemctl("enable", "tor.service")
    programs.systemctl("reload-or-restart", "tor.service")
    origin = onion.address(installation)
    print(f"The onion address: {origin}")
    onion.write_setting(installation.on_disk(settings_file.OF_THE_MACHINE), origin)


def wait(port: int) -> None:
    """Until the first page comes. Raises Refused."""
    print("Waiting for the first page …", flush=True)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answers(port):
            return
        time.sleep(0.3)
    raise Refused(
        f"nothing answers on port {port} after {PATIENCE} seconds; “journalctl -u offramp -n 20” says why. "
        "When it is mended, type the same command again."
    )


def answers(port: int) -> bool:
    """Whether the landing page comes as it would through the proxy."""
    place = urlsplit(settings.ORIGIN)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": place.netloc, "X-Forwarded-Proto": place.scheme})
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def say(installation: Installation) -> None:
    if installation.proxy == "none":
        print(f"Offramp answers on 127.0.0.1, port {installation.port}.")
        print(f"Put your own proxy in front of it, for {settings.ORIGIN}; docs/hosting.md says how.")
    else:
        print(f"Offramp runs, and starts again with the machine. Its address: {settings.ORIGIN}")
    print(NOW)
