"""`offramp doctor --outside`: a visitor to a real server over TLS, and through proxies that spoil things."""

import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from offramp.upkeep.doctor.outside import certificate, headers
from offramp.upkeep.doctor.outside.visitor import Visitor
from tests.browser.servers import Server, free_port
from tests.upkeep.doctor import proxies
from tests.upkeep.doctor.conftest import Doctor
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, the_one
from tests.upkeep.doctor.proxies import Headers

EVERY_CHECK = {
    "reach.name",
    "reach.addresses",
    "certificate.trusted",
    "certificate.days",
    "certificate.versions",
    "reach.answer",
    "headers.whole",
    "cookies.public",
    "cookies.form",
    "form.post",
    "bodies.long",
    "bodies.too-long",
    "landing.weight",
    "landing.languages",
    "onion.answers",
}
EVERY_ROW = """
import django
django.setup()
from django.apps import apps
for model in apps.get_models():
    print(model._meta.label, sorted(map(repr, model._base_manager.values_list())))
"""
PAUSE = """
import django
django.setup()
from offramp.pairing.models import Pause
Pause.objects.{change}
"""

Ssl = Callable[[ssl.SSLContext], None]


def python(server: Server, script: str) -> str:
    return server.run(sys.executable, "-c", script).stdout


def test_a_server_as_it_should_be_is_well_and_every_check_has_its_name(doctor: Doctor) -> None:
    visit = doctor.visit()

    assert visit.levels == dict.fromkeys(EVERY_CHECK, "good")
    assert visit.status == 0


@pytest.mark.parametrize("change", ["create(on='2026-11-22', text='Back soon.')", "all().delete()"])
def test_nothing_that_the_doctor_sends_is_stored(change: str, doctor: Doctor) -> None:
    """While the first form is open, and while only the other one is there."""
    before = python(doctor.server, PAUSE.format(change=change) + EVERY_ROW)
    form = "/return/" if "create" in change else "/help/"

    visit = doctor.visit()

    assert visit.levels["form.post"] == visit.levels["bodies.long"] == "good"
    assert f"An empty form sent to {form} comes back" in visit.text
    assert "pairing.Request" in before
    assert python(doctor.server, EVERY_ROW) == before


def test_a_certificate_that_nobody_trusts_ends_the_visit(doctor: Doctor) -> None:
    visit = doctor.visit(trusts=False)

    assert visit.levels == {
        "reach.name": "good",
        "reach.addresses": "good",
        "certificate.trusted": "broken",
    }
    assert "self-signed certificate" in visit.text
    assert visit.status == 2


def test_where_nothing_listens_only_that_is_said(doctor: Doctor) -> None:
    visit = doctor.visit(origin=f"https://localhost:{free_port()}")

    assert visit.levels == {"reach.name": "good", "reach.addresses": "broken"}


def test_an_authority_file_that_is_none_is_a_finding(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / "none.pem").write_text("no certificate")

    visit = doctor.visit("--trust", str(tmp_path / "none.pem"))

    assert "could not be looked at" in visit.text
    assert visit.status > 0


def adding(headers: Headers) -> Headers:
    return [
        *headers,
        ("Server", "nginx/1.22.1"),
        ("Via", "1.1 Caddy"),
        ("Alt-Svc", 'h3=":443"'),
        ("CF-RAY", "8f1"),
        ("NEL", "{}"),
        ("X-Cache", "HIT"),
        ("X-Odd", "1"),
        ("Set-Cookie", "__cf_bm=x"),
    ]


def test_what_a_proxy_adds_is_found_and_judged_by_what_it_does(doctor: Doctor) -> None:
    with proxies.before(doctor.server, spoil=adding) as origin:
        visit = doctor.visit(origin=origin)

    told = {
        finding["what"]: (finding["level"], finding["why"]) for finding in visit.findings("headers.whole")
    }
    assert told == {
        f"“{header}” is added on the way everywhere.": (level, why)
        for header, level, why in [
            ("server: nginx/1.22.1", "advice", headers.NAMES_ITSELF[1]),
            ("via: 1.1 Caddy", "advice", headers.NAMES_ITSELF[1]),
            ('alt-svc: h3=":443"', "advice", headers.ADDED["alt-svc"][1]),
            ("nel: {}", "broken", headers.REPORTS[1]),
            ("x-cache: HIT", "advice", headers.KEEPS[1]),
            ("x-odd: 1", "advice", "Nothing of ours needs it, and it may tell something."),
            (
                "cf-ray: 8f1",
                "broken",
                "Cloudflare stands in front of the site, undoes the lock and can read every text.",
            ),
        ]
    }
    assert (visit.levels["cookies.public"], visit.levels["cookies.form"]) == ("broken", "broken")


def taking_away(headers: Headers) -> Headers:
    gone = ("strict-transport-security", "content-encoding")
    return [
        (name, "public" if name.lower() == "cache-control" else value.replace("; Secure", ""))
        for name, value in headers
        if name.lower() not in gone
    ]


def test_what_a_proxy_takes_away_or_alters_is_found(doctor: Doctor) -> None:
    with proxies.before(doctor.server, spoil=taking_away) as origin:
        visit = doctor.visit(origin=origin)

    told = " ".join(finding["what"] for finding in visit.findings("headers.whole"))
    assert "The header strict-transport-security is missing everywhere." in told
    assert "A header arrives altered everywhere, as “cache-control: public”." in told
    assert "The header content-encoding is missing on the front page and a static file." in told
    assert visit.levels["headers.whole"] == visit.levels["cookies.form"] == "broken"
    assert visit.levels["landing.weight"] == "advice"


def test_a_proxy_that_spoils_nothing_is_well(doctor: Doctor) -> None:
    with proxies.before(doctor.server) as origin:
        visit = doctor.visit(origin=origin)

    assert set(visit.levels.values()) == {"good"}, visit.text


def test_a_proxy_that_refuses_long_texts_is_found(doctor: Doctor) -> None:
    with proxies.before(doctor.server, most=100_000) as origin:
        visit = doctor.visit(origin=origin)

    assert (visit.levels["bodies.long"], visit.levels["bodies.too-long"]) == ("broken", "advice")
    assert visit.levels["form.post"] == "good"


@contextmanager
def shaking_hands(server: Server, prepare: Ssl) -> Iterator[Visitor]:
    """Something that only shakes hands, in the way that the test prepares."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server.certificate.path, server.certificate.key_path)
    prepare(context)
    listener = socket.create_server(("127.0.0.1", 0))

    def greet() -> None:
        try:
            peer, _ = listener.accept()
            context.wrap_socket(peer, server_side=True).close()
        except OSError:
            return

    greeting = Thread(target=greet, daemon=True)
    greeting.start()
    yield Visitor(f"https://localhost:{listener.getsockname()[1]}", trust=server.certificate.path)
    listener.close()
    greeting.join(5)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_server_that_still_speaks_old_tls_is_found(server: Server) -> None:
    def age(context: ssl.SSLContext) -> None:
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("DEFAULT:@SECLEVEL=0")

    with shaking_hands(server, age) as visitor:
        finding = the_one(certificate.versions(visitor))

    assert (finding.level, finding.what) == (BROKEN, "localhost still speaks TLSv1.1.")


def test_a_server_that_speaks_no_old_tls_is_well(server: Server) -> None:
    with shaking_hands(server, lambda _: None) as visitor:
        assert the_one(certificate.versions(visitor)).level == GOOD


@pytest.mark.parametrize(
    ("lives", "left", "level"),
    [
        (90, 22, GOOD),
        (90, 20.9, ADVICE),
        (90, 6.9, BROKEN),
        (90, -1, BROKEN),
        (45, 12, GOOD),  # renewed when a third is left
        (45, 11, ADVICE),
        (6, 2, GOOD),
        (6, 0.4, BROKEN),
    ],
)
def test_a_certificate_that_runs_out_is_found(lives: float, left: float, level: int) -> None:
    day = certificate.A_DAY

    assert the_one(certificate.days_left((0, lives * day), now=(lives - left) * day)).level == level
