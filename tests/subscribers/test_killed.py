"""`offramp mail`, a process of its own, killed in the middle: nobody left out, and nobody served twice."""

import os
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from subprocess import CompletedProcess
from threading import Event
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection

from offramp.notices.alone import alone
from offramp.subscribers.models import Delivery
from tests.cast import two_organizers
from tests.notices.office import Office, open_for_mail
from tests.subscribers.waiting import a_mailing, many_subscribers
from tests.upkeep.console import OFFRAMP

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    with open_for_mail(settings) as office:
        yield office


def test_three_times_in_the_middle_of_three_hundred(office: Office) -> None:
    addresses = mail_to(300)

    for many in (60, 130, 210):
        kill_somewhere_after(office, many)
    assert run(office).returncode == 0

    served = Counter(office.addresses)
    assert set(served) == addresses
    assert not Delivery.objects.exists()
    # Of each run at most one mail was in doubt; it went again under its own name.
    assert sum(served.values()) <= 303
    assert all(len(ids) == 1 for ids in office.ids().values())


def test_before_the_last_byte_nothing_is_in_doubt(office: Office) -> None:
    addresses = mail_to(20)

    run(office, until=("asked", 7))
    assert len(office.received) == 6
    assert not Delivery.objects.filter(is_leaving=True).exists()
    run(office)

    assert Counter(office.addresses) == Counter(addresses)


def test_after_the_last_byte_one_mail_is_and_goes_again_under_its_own_name(office: Office) -> None:
    addresses = mail_to(20)

    run(office, until=("received", 7))
    assert Delivery.objects.filter(is_leaving=True).count() == 1
    said = run(office).stdout

    served = Counter(office.addresses)
    assert set(served) == addresses
    assert [count for count in served.values() if count > 1] == [2]
    assert [len(ids) for ids in office.ids().values()] == [1] * 20
    assert said == "Letters sent: 14\nTried again after an end in doubt: 1\n"


def test_who_is_told_to_end_leaves_nothing_in_doubt(office: Office) -> None:
    addresses = mail_to(20)

    ended = run(office, until=("received", 7), how=signal.SIGTERM)
    assert (ended.returncode, ended.stdout) == (0, "Letters sent: 7\n")
    assert not Delivery.objects.filter(is_leaving=True).exists()
    run(office)

    assert Counter(office.addresses) == Counter(addresses)


def test_a_second_run_leaves_the_first_alone(office: Office) -> None:
    mail_to(3)

    with alone() as is_alone:
        assert is_alone
        second = run(office)
    assert (second.returncode, second.stdout, office.received) == (0, "", [])
    run(office)

    assert len(office.received) == 3


def mail_to(count: int) -> set[str]:
    addresses = many_subscribers(count)
    a_mailing(two_organizers()[0].member)
    return addresses


def run(
    office: Office, *, until: tuple[str, int] | None = None, how: signal.Signals = signal.SIGKILL
) -> CompletedProcess[str]:
    """To its end, or until the office has been asked or has received so often."""
    with begun(office) as running:
        if until:
            office.when[until] = lambda: running.send_signal(how)
        said, _ = running.communicate(timeout=60)
    return CompletedProcess(running.args, running.returncode, said)


def kill_somewhere_after(office: Office, many: int) -> None:
    reached = Event()
    office.when["received", many] = reached.set
    with begun(office) as running:
        assert reached.wait(timeout=60)
        running.kill()


def begun(office: Office) -> "subprocess.Popen[str]":
    told = {"DATABASE_URL": database_of_this_test(), "OFFRAMP_MAIL": f"smtp://127.0.0.1:{office.port}"}
    return subprocess.Popen([OFFRAMP, "mail"], env=os.environ | told, stdout=subprocess.PIPE, text=True)


def database_of_this_test() -> str:
    """Where the tests' own tables are, as a setting."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
