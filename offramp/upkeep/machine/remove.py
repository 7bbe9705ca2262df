"""`offramp service remove`: takes from the machine what `install` brought, and nothing that people wrote."""

from offramp.upkeep import settings_file
from offramp.upkeep.machine import files, keeping, onion, programs, proxy, units
from offramp.upkeep.machine.installation import STATE, Installation
from offramp.upkeep.refusal import Refused

STAYS = """\
The service is gone. What people wrote is still in {state}, the settings in {settings}.
“offramp service install” brings the service back; “offramp farewell” deletes everything for good."""


def remove(installation: Installation, *, uid: int) -> int:
    """Raises Refused."""
    if uid != 0:
        raise Refused("only root may remove services; type sudo before the command.")
    written = [*(chore.unit for chore in units.CHORES), *units.TIMERS, units.WEB]
    standing = [name for name in written if installation.on_disk(f"{files.UNITS}/{name}").exists()]
    if not standing:
        raise Refused("no service of Offramp is installed on this machine.")
    programs.systemctl("disable", "--now", *standing)
    for name in written:
        keeping.take_away(installation.on_disk(f"{files.UNITS}/{name}"))
    programs.systemctl("daemon-reload")
    if keeping.take_away(installation.on_disk(onion.TORRC)):
        programs.systemctl("reload-or-restart", "tor.service")
    proxy.release(installation)
    print(STAYS.format(state=STATE, settings=settings_file.OF_THE_MACHINE.parent))
    return 0
