"""What the site is told of a request: all that the client said, and nothing that only a proxy may say."""

from typing import Any

from offramp.config.gateway import environ_of


def told(**given: Any) -> dict[str, Any]:
    scope = {
        "method": "GET",
        "raw_path": b"/",
        "query_string": b"",
        "http_version": "1.1",
        "scheme": "https",
        "client": ("198.51.100.7", "50000"),
        "server": ("127.0.0.1", "8000"),
        "headers": [],
    }
    return environ_of(scope | given)


def test_it_says_who_asks_and_how() -> None:
    environ = told(raw_path=b"/a%20b/%FF/", query_string=b"c=%20&d=\xff")

    assert (environ["PATH_INFO"], environ["QUERY_STRING"]) == ("/a b/\xff/", "c=%20&d=\xff")
    assert (environ["REMOTE_ADDR"], environ["SERVER_PORT"]) == ("198.51.100.7", "8000")
    assert environ["wsgi.url_scheme"] == "https"


def test_what_is_said_twice_is_joined() -> None:
    headers = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"accept", b"x"), (b"accept", b"y")]
    environ = told(headers=[*headers, (b"content-type", b"text/plain")])

    assert {name: value for name, value in environ.items() if name.startswith(("HTTP", "CONTENT"))} == {
        "HTTP_COOKIE": "a=1; b=2",
        "HTTP_ACCEPT": "x,y",
        "CONTENT_TYPE": "text/plain",
    }


def test_an_underscore_does_not_pass_for_a_hyphen() -> None:
    environ = told(headers=[(b"x_forwarded_for", b"203.0.113.9"), (b"x-forwarded-for", b"198.51.100.7")])

    assert environ["HTTP_X_FORWARDED_FOR"] == "198.51.100.7"
