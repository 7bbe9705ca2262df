"""What comes through a proxy is what the site said, and what goes in is what the proxy knows."""

import re
import time
from pathlib import Path

import pytest

from offramp.upkeep.machine import proxies
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.hosting import behind
from tests.hosting.conftest import Fronts
from tests.hosting.recorder import recording
from tests.hosting.visitors import ADDRESS, FORM, Visitor
from tests.web.test_headers import EVERY_ANSWER

FROM_US = {"Origin": "https://localhost", "Content-Type": FORM}
GZIP = {"Accept-Encoding": "gzip"}
STYLE = re.compile(r"/static/offramp\.\w+\.css")
NOTHING_AT_ALL = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
BOTH = pytest.mark.parametrize("name", list(behind.BOTH))


@BOTH
def test_every_kind_of_answer_comes_through_as_the_site_gave_it(name: str, fronts: Fronts) -> None:
    found = STYLE.search(fronts.at_the_site.ask("GET", "/").text)
    assert found
    style = found[0]
    asked = [
        ("GET", "/", None, {}),
        ("GET", "/", None, GZIP),
        ("HEAD", "/", None, {}),
        ("GET", "/es/leave/", None, GZIP),
        ("GET", "/help/", None, GZIP),
        ("GET", style, None, {}),
        ("GET", style, None, GZIP),
        ("GET", style, None, {"If-Modified-Since": "Sun, 01 Jan 2090 00:00:00 GMT"}),
        ("GET", "/robots.txt", None, {}),
        ("POST", "/leave/", b"", FROM_US),
        ("GET", "/place/", None, {}),
        ("POST", "/help/", b"text=A+whole+sentence.", FROM_US),
        ("GET", "/nothing%20here/", None, {}),
        ("PUT", "/leave/", b"", {}),
        ("POST", "/help/", b"text=" + b"x" * 10_000_000, FROM_US),
    ]
    for method, path, body, headers in asked:
        direct = fronts.at_the_site.ask(method, path, body, **headers, **{"X-Forwarded-Proto": "https"})
        assert direct.headers.pop("Server") == ""
        through = fronts.visitors[name].ask(method, path, body, **headers)
        # nginx passes the empty name on; Caddy can leave it out.
        assert through.headers.pop("Server", "") == ""
        assert through == direct, f"{method} {path}"


@BOTH
def test_what_a_visitor_claims_about_themself_is_replaced(
    name: str, tmp_path: Path, certificate: Certificate
) -> None:
    claims = {
        "X-Forwarded-For": "198.51.100.7",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Host": "elsewhere.example",
        "Forwarded": "for=198.51.100.7;proto=http",
    }
    port = free_port()
    with (
        recording() as site,
        behind.BOTH[name](tmp_path, port=port, upstreams=[site.upstream], certificate=certificate),
    ):
        Visitor(port, certificate).ask("GET", "/", None, **claims)

    assert site.headers() == {
        "Accept-Encoding": "identity",
        "Connection": "close",
        "Host": "localhost",
        "X-Forwarded-For": ADDRESS,
        "X-Forwarded-Proto": "https",
    }


@BOTH
def test_two_hosts_take_turns(name: str, tmp_path: Path, certificate: Certificate) -> None:
    port = free_port()
    with recording() as one, recording() as other:
        both = {"upstreams": [one.upstream, other.upstream], "certificate": certificate}
        with behind.BOTH[name](tmp_path, port=port, **both):
            for _ in range(6):
                Visitor(port, certificate).ask("GET", "/")

    assert (len(one.heard), len(other.heard)) == (3, 3)


@BOTH
def test_a_host_that_is_gone_takes_nothing_with_it(
    name: str, tmp_path: Path, certificate: Certificate
) -> None:
    port = free_port()
    with recording() as site:
        both = {"upstreams": [f"127.0.0.1:{free_port()}", site.upstream], "certificate": certificate}
        with behind.BOTH[name](tmp_path, port=port, **both):
            time.sleep(1.5)  # Caddy looks once a second who is there
            for _ in range(4):
                answer = Visitor(port, certificate).ask("POST", "/help/", b"text=Whole", **FROM_US)
                assert answer.status == 200

    assert [request.endswith(b"\r\n\r\ntext=Whole") for request in site.heard] == [True] * 4


@BOTH
def test_a_form_is_not_sent_to_anybody_a_second_time(
    name: str, tmp_path: Path, certificate: Certificate
) -> None:
    port = free_port()
    with recording(answers=False) as one, recording(answers=False) as other:
        both = {"upstreams": [one.upstream, other.upstream], "certificate": certificate}
        with behind.BOTH[name](tmp_path, port=port, **both):
            answer = Visitor(port, certificate).ask("POST", "/help/", b"text=Whole", **FROM_US)

    assert (answer.status, answer.text) == (502, proxies.LATER)
    assert len(one.heard + other.heard) == 1


@BOTH
def test_while_nobody_is_there_it_says_what_to_do_and_who_it_is_not(
    name: str, tmp_path: Path, certificate: Certificate
) -> None:
    port = free_port()
    gone = {"upstreams": [f"127.0.0.1:{free_port()}"], "certificate": certificate}
    with behind.BOTH[name](tmp_path, port=port, **gone, change=impatient):
        page = Visitor(port, certificate).ask("GET", "/help/")
        form = Visitor(port, certificate).ask("POST", "/help/", b"text=Whole", **FROM_US)

    own = {
        "Cache-Control": "no-store",
        "Content-Length": str(len(proxies.LATER.encode())),
        "Content-Security-Policy": NOTHING_AT_ALL,
        "Content-Type": "text/html; charset=utf-8",
        "Retry-After": "30",
        "X-Robots-Tag": "noindex, nofollow",
    }
    the_sites = {
        key: value for key, value in EVERY_ANSWER.items() if key not in (*own, "Permissions-Policy", "Server")
    }
    # Debian's nginx cannot be kept from naming itself here.
    named = {"Server": "nginx"} if name == "nginx" else {}
    for answer in (page, form):
        assert (answer.status, answer.text) == (502, proxies.LATER)
        assert answer.headers == the_sites | own | named


def impatient(told: str) -> str:
    return told.replace("lb_try_duration 30s", "lb_try_duration 1s")
