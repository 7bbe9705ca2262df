"""What WSGI is told of a request that has come in whole, and what it answers to it."""

import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import unquote_to_bytes

from offramp.config.wsgi import application as site

Scope = dict[str, Any]
Environ = dict[str, Any]
Answer = tuple[int, list[tuple[str, str]], bytes]


def environ_of(scope: Scope) -> Environ:
    """What WSGI wants to know of a request."""
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": scope["client"][0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    environ["SERVER_NAME"], environ["SERVER_PORT"] = scope["server"]
    for name, value in scope["headers"]:
        if b"_" in name:
            continue  # WSGI could not tell X_Forwarded_For from the one that a proxy wrote
        key = name.decode("latin-1").upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        told = [environ[key]] if key in environ else []
        environ[key] = ("; " if key == "HTTP_COOKIE" else ",").join([*told, value.decode("latin-1")])
    return environ


def run(environ: Environ) -> Answer:
    """One request through the site."""
    begun: list[Any] = []
    parts: list[bytes] = []

    def start_response(
        status: str, headers: list[tuple[str, str]], _error: object = None, /
    ) -> Callable[[bytes], None]:
        begun[:] = (int(status.partition(" ")[0]), headers)
        return parts.append

    chunks = site(environ, start_response)
    try:
        parts.extend(chunks)
    finally:
        chunks.close()
    status, headers = begun
    return status, headers, b"".join(parts)
