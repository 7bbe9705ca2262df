"""The canary test once more, through each proxy: what it keeps, says and puts aside is searched as well."""

import os
from collections.abc import Iterator
from mailbox import Maildir

import pytest

from tests.browser import databases, servers
from tests.browser.certificates import Certificate
from tests.browser.conftest import OpenPage
from tests.browser.servers import Server
from tests.browser.test_canary import sing_and_search
from tests.hosting import behind

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=list(behind.BOTH))
def server(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    certificate: Certificate,
    mail: tuple[Maildir, int],
) -> Iterator[Server]:
    """An installation nobody has used yet, behind a proxy."""
    folder = tmp_path_factory.mktemp(request.param)
    with (
        databases.fresh(os.environ["DATABASE_URL"], folder / "database") as database,
        servers.running(
            folder, database=database, certificate=certificate, mail=mail, proxy=behind.BOTH[request.param]
        ) as server,
    ):
        yield server


def test_nothing_that_was_typed_stays_with_the_proxy(server: Server, open_page: OpenPage) -> None:
    sing_and_search(server, open_page)
    assert (server.proxy / "said").exists()
