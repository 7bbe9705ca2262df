"""Somebody steals a backup: what it tells them, what would open it, and when it is gone."""

import base64
from collections.abc import Iterable, Mapping
from datetime import timedelta

import cbor2
import pytest
from django.apps import apps
from django.conf import settings

from offramp import campaigns
from offramp.advisers.actions import About
from offramp.notices.models import Address
from offramp.pairing import burning, conversation
from offramp.pairing.cards import Asked
from offramp.people.models import Member
from offramp.sealed import streams
from offramp.sealed.derive import derive
from offramp.sealed.failures import NotOpened
from offramp.sealed.keys import KeyPair
from offramp.upkeep.backup import key, write
from offramp.upkeep.backup.contents import BINDING, CampaignFile
from tests.browser.canaries import Canaries
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers
from tests.upkeep.backup.conftest import TODAY, Home

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def written() -> Canaries:
    """What people wrote, and what they are called here: sealed in the database too."""
    return Canaries()


@pytest.fixture
def known() -> Canaries:
    """What the staff are called and where mail reaches them: in clear in the database."""
    return Canaries()


@pytest.fixture
def ada(transactional_db: None, written: Canaries, known: Canaries) -> Person:
    di, _ = two_organizers()
    Member.objects.filter(pk=di.member.pk).update(name=known.song("Di's name"))
    Address.objects.create(member=di.member, email=f"{known.song('address')}@example.org", language="en")
    bo = an_adviser("Bo", about=About(words=written.song("an adviser's own words")))
    asked = Asked(
        day=TODAY,
        nickname=written.song("nickname"),
        summary=written.song("summary"),
    )
    ada = a_seeker(written.song("first message"), asked=asked)
    pairing = paired(ada, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text=written.song("answer"), on=TODAY)
    written.watch("Ada's code", str(ada.code))
    written.watch("Bo's second factor", bo.secret)
    return ada


def kept_on_the_server(home: Home) -> Mapping[str, bytes]:
    """Every setting, every file beside the copies, every column of every row."""
    files = {path.name: path.read_bytes() for path in home.folder.iterdir() if path.suffix != ".backup"}
    every = {name: repr(getattr(settings, name)).encode() for name in dir(settings) if name.isupper()}
    return files | every | {"the database": b"\n".join(values())}


def values() -> Iterable[bytes]:
    for model in apps.get_models():
        for row in model._base_manager.values_list():
            yield from (
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                for value in row
            )


def seeds_a_thief_would_try(home: Home) -> Iterable[bytes]:
    """All that has a seed's length on the server, and what the settings' secret gives."""
    yield from (value for value in values() if len(value) == 32)
    yield key.read(home.folder)[:32]
    yield key.read(home.folder)[-32:]
    yield settings.SECRET_KEY.encode()[:32].ljust(32, b"\0")
    yield derive(settings.SECRET_KEY.encode(), "backup/seed")
    yield derive(settings.SECRET_KEY.encode(), "code/seed")


def test_a_stolen_backup_says_nothing_even_with_all_that_lies_on_the_server(
    home: Home, ada: Person, written: Canaries, known: Canaries
) -> None:
    path = write.make(home.folder, on=TODAY)

    stolen = {path.name: path.read_bytes()}
    assert written.found_in(stolen) | known.found_in(stolen) == set()
    tried = list(seeds_a_thief_would_try(home))
    assert len(tried) > 10
    for seed in tried:
        with path.open("rb") as file, pytest.raises(NotOpened):
            streams.open_key(file, keys=KeyPair.from_seed(seed), binding=BINDING)


def test_what_opens_it_lies_nowhere_on_the_server(home: Home, ada: Person) -> None:
    path = write.make(home.folder, on=TODAY)

    secrets = Canaries()
    secrets.watch("the words", str(home.code))
    for name, secret in {
        "the seed": derive(str(home.code).encode(), "backup/seed"),
        "the stream's key": home.opened(path.name).key,
    }.items():
        secrets.watch(f"{name}, in base 64", base64.b64encode(secret).decode())
        secrets.watch(f"{name}, in base 16", secret.hex())
        assert all(secret not in content for content in kept_on_the_server(home).values())
    assert secrets.found_in(kept_on_the_server(home)) == set()


def test_who_has_the_backups_words_as_well_has_a_stolen_database_and_no_more(
    home: Home, ada: Person, written: Canaries, known: Canaries
) -> None:
    path = write.make(home.folder, on=TODAY)

    items = home.opened(path.name).contents()
    rows = b"".join(cbor2.dumps(item.values) for item in items if not isinstance(item, CampaignFile))
    assert written.found_in({"rows": rows}) == set()
    assert {name for name, _ in known.found_in({"rows": rows})} == {"Di's name", "address"}


def test_what_was_burned_is_gone_from_the_copies_after_the_campaigns_days(home: Home, ada: Person) -> None:
    days = campaigns.current().backup_days
    with_ada = write.make(home.folder, on=TODAY)
    burning.burn(request=ada.request)

    for night in range(1, days):
        write.make(home.folder, on=TODAY + timedelta(days=night))
    assert with_ada.exists()
    write.make(home.folder, on=TODAY + timedelta(days=days))

    assert not with_ada.exists()
    assert home.copies() == [
        f"offramp-{TODAY + timedelta(days=night)}.backup" for night in range(1, days + 1)
    ]
