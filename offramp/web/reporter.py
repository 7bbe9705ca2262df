"""Reports and logs say what broke and where in our code; never who asked, for what, or with which words."""

import logging
import traceback
from collections.abc import ItemsView
from pathlib import Path
from types import TracebackType
from typing import Any

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

PACKAGE = Path(__file__).resolve().parent.parent
OURS = "offramp"


class QuietReporter(ExceptionReporter):
    """An error report without the request, local variables or the exception's message."""

    def get_traceback_data(self) -> dict[str, Any]:
        return {}

    def get_traceback_text(self) -> SafeString:
        return escape(where(self.exc_value))

    def get_traceback_html(self) -> SafeString:
        return format_html("<!doctype html><title>Error</title><p>{}</p>", where(self.exc_value))


class QuietFilter(SafeExceptionReporterFilter):
    """For anything that still asks Django what may be reported: nothing."""

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_cookies(self, request: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_safe_request_meta(self, request: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_post_parameters(self, request: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: Any) -> ItemsView[str, Any]:  # noqa: ARG002
        return {}.items()


class QuietLog(logging.Filter):
    """Lets through our own sentences, and of everybody else's only the kind and the place."""

    def filter(self, record: logging.LogRecord) -> bool:
        status = getattr(record, "status_code", None)
        if record.name == "django.request" and status is not None and status < 500:
            return False  # "Not Found: /path": a path may be a case
        error = record.exc_info[1] if record.exc_info else None
        if record.name.split(".")[0] != OURS:
            # Their messages quote paths, hosts, statements and values.
            record.msg, record.args = f"status {status}" if status else "a message was left out", ()
        if error is not None:
            record.msg = f"{record.msg} ({where(error)})"
        record.exc_info = record.exc_text = record.stack_info = None
        vars(record).pop("request", None)
        return True


def where(error: BaseException | None) -> str:
    """The kinds of an error and of its causes, each with the lines of ours it passed."""
    told: list[str] = []
    while error is not None and len(told) < 5:
        told.append(
            f"{type(error).__name__} at {' > '.join(our_lines(error.__traceback__)) or 'no line of ours'}"
        )
        error = error.__cause__ or error.__context__
    return ", from ".join(told) or "no error"


def our_lines(trace: TracebackType | None) -> list[str]:
    return [
        f"{Path(frame.filename).relative_to(PACKAGE.parent)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
        if Path(frame.filename).is_relative_to(PACKAGE)
    ]
