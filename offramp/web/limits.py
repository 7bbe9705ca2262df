"""How often one neighbourhood of the network may do a thing: counted in memory, gone with the process."""

import hmac
import secrets
import time
from collections import OrderedDict
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Lock

from django.conf import settings
from django.http import HttpRequest

# Drawn anew by each process: what stands in memory says nothing about an address.
KEY = secrets.token_bytes(32)
# About 4 MB; a flood from more places than this pushes out the oldest counts, never a person.
CAPACITY = 20_000


class Buckets:
    """Each holds a minute's worth of acts and fills up again as time passes."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity = capacity
        self.levels: OrderedDict[bytes, tuple[float, float]] = OrderedDict()
        self.lock = Lock()

    def take(self, key: bytes, *, per_minute: int, at: float) -> bool:
        """Take one act out of a bucket; False when it is empty."""
        with self.lock:
            level, since = self.levels.pop(key, (float(per_minute), at))
            level = min(per_minute, level + (at - since) * per_minute / 60)
            has_one = level >= 1
            self.levels[key] = (level - 1 if has_one else level, at)
            if len(self.levels) > self.capacity:
                self.levels.popitem(last=False)
        return has_one


BUCKETS = Buckets()


def allow(request: HttpRequest, act: str, *, per_minute: int) -> bool:
    """Whether this neighbourhood may do the act once more now."""
    near = neighbourhood(request)
    if near is None:
        return True
    key = hmac.digest(KEY, f"{act} {near}".encode(), "sha256")
    return BUCKETS.take(key, per_minute=per_minute, at=time.monotonic())


def neighbourhood(request: HttpRequest) -> str | None:
    """The /24 or /48 of the client; None where the address is no one's own, as behind an onion service."""
    address = read(str(request.META.get("REMOTE_ADDR", "")))
    forwarded = request.headers.get("X-Forwarded-For", "")
    # Only a proxy beside us is believed, and of what it says the last hop: anyone can claim the rest.
    if forwarded and address and address.is_private and settings.ORIGIN_PARTS.scheme == "https":
        address = read(forwarded.rpartition(",")[2])
    if address is None or address.is_loopback:
        # Everybody who comes through Tor would share one bucket, and one flood would close it for all.
        return None
    return str(ip_network(f"{address}/{24 if address.version == 4 else 48}", strict=False))


def read(written: str) -> IPv4Address | IPv6Address | None:
    """An address as servers and proxies write it: bare, with a port, in brackets, with a zone."""
    bare = written.strip()
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
