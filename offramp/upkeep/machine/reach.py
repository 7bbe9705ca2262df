"""What a program may reach over the network: nothing it does not need."""

import ipaddress

from django.conf import settings

from offramp.upkeep.refusal import Refused

A_NAME = """\
DATABASE_URL names the machine of the database, “{host}”. Only addresses can be told to the firewall that \
keeps our programs from reaching anything else: write its address instead, or add ?hostaddr=ADDRESS."""


def of_a_chore() -> str:
    """For a program that needs the database and nothing else. Raises Refused."""
    if not database_addresses():
        return "PrivateNetwork=yes\nRestrictAddressFamilies=AF_UNIX"
    return f"{of_the_web()}\nRestrictAddressFamilies=AF_UNIX AF_INET AF_INET6"


def of_the_web() -> str:
    """For the program that the proxy asks. Raises Refused."""
    others = [one for one in database_addresses() if not ipaddress.ip_address(one).is_loopback]
    return f"IPAddressDeny=any\nIPAddressAllow={' '.join(['localhost', *others])}"


def of_the_mail() -> str:
    """Mail servers are found by name, and move."""
    return "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK"


def database_addresses() -> list[str]:
    """Of a database that is spoken to over the network; a file or a socket has none. Raises Refused."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        return []
    host = str(database.get("OPTIONS", {}).get("hostaddr") or database["HOST"])
    if not host or host.startswith("/"):
        return []
    if host == "localhost":
        return ["127.0.0.1", "::1"]
    try:
        return [str(ipaddress.ip_address(host.strip("[]")))]
    except ValueError:
        raise Refused(A_NAME.format(host=host)) from None
