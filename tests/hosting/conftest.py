"""What the hosting tests share with the journeys, and a site with each proxy before it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from tests.browser.certificates import Certificate
from tests.browser.conftest import browser, certificate, mail, open_page
from tests.browser.servers import free_port
from tests.hosting import behind, hosts
from tests.hosting.behind import Proxy
from tests.hosting.visitors import Visitor

__all__ = ["browser", "certificate", "mail", "open_page"]


@dataclass(frozen=True)
class Fronts:
    """One site, and both proxies before it, each with somebody who comes that way."""

    proxies: dict[str, Proxy]
    visitors: dict[str, Visitor]
    at_the_site: Visitor


@pytest.fixture(scope="session")
def fronts(tmp_path_factory: pytest.TempPathFactory, certificate: Certificate) -> Iterator[Fronts]:
    site = hosts.on_this_machine(tmp_path_factory.mktemp("site"), OFFRAMP_ORIGIN="https://localhost")
    with hosts.standing(site), ExitStack() as running:
        proxies = {
            name: running.enter_context(
                start(
                    tmp_path_factory.mktemp(name),
                    port=free_port(),
                    upstreams=[site.upstream],
                    certificate=certificate,
                )
            )
            for name, start in behind.BOTH.items()
        }
        visitors = {name: Visitor(proxy.port, certificate) for name, proxy in proxies.items()}
        yield Fronts(proxies, visitors, Visitor(site.port))
