"""What is written down about running, without a word about a person: no path, no query, no form, no error's words."""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from structlog.typing import EventDict, Processor

Handler = Callable[[HttpRequest], HttpResponse]
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
MOST_PLACES = 12


class Wordless(logging.Filter):
    """Take out of records what other libraries said: their words may hold an address, a name or what somebody typed.

    What stays is the template of the message (never what filled it), who said it, and where an error happened.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.msg, dict):
            return True
        record.msg = record.msg if record.args and isinstance(record.msg, str) else "said something"
        kept: dict[str, Any] = {"by": record.name, "at": f"{record.module}:{record.lineno}"}
        if record.exc_info and record.exc_info[1] is not None:
            kept |= where(record.exc_info[1])
        record.args, record.exc_info, record.exc_text, record.stack_info = (), None, None, None
        record.kept = kept
        return True


def where(error: BaseException) -> dict[str, Any]:
    """The kind of an error and the lines it came through, innermost last; never what it said."""
    frames = traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]
    return {
        "error": type(error).__name__,
        "through": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
    }


def _error_without_words(_: Any, __: str, event: EventDict) -> EventDict:
    asked = event.pop("exc_info", None)
    error = sys.exc_info()[1] if asked is True else asked
    return {**event, **where(error)} if isinstance(error, BaseException) else event


def _what_was_kept(_: Any, __: str, event: EventDict) -> EventDict:
    return {**event, **getattr(event["_record"], "kept", {})}


BEFORE: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _error_without_words,
]


def settings(*, as_json: bool, level: str = "INFO") -> dict[str, Any]:
    """Django's LOGGING. JSON for machines to collect, or coloured lines for a person who looks on."""
    shown: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False, default=lambda value: type(value).__name__)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*BEFORE, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"wordless": {"()": Wordless}},
        "formatters": {
            "house": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": [_what_was_kept, *BEFORE],
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, shown],
                "use_get_message": False,
            }
        },
        "handlers": {
            "house": {"class": "logging.StreamHandler", "formatter": "house", "filters": ["wordless"]}
        },
        "root": {"handlers": ["house"], "level": "WARNING"},
        "loggers": {
            "stegvis": {"level": level},
            "django": {"handlers": [], "propagate": True},
            "django.request": {"level": "ERROR", "propagate": True},  # refusals are pages, not faults
            "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},  # its lines are paths
        },
    }


def each_request(get_response: Handler) -> Handler:
    """One line a request: which page by its name, how it went, how long it took, and for which role."""
    log = structlog.get_logger("stegvis.request")

    def respond(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = get_response(request)
        match, actor = request.resolver_match, getattr(request, "actor", None)
        log.info(
            "request",
            method=request.method if request.method in METHODS else "other",
            route=match.view_name if match else "unknown",
            status=response.status_code,
            ms=round((time.perf_counter() - began) * 1000),
            role=actor.role.value if actor else "unknown",
        )
        return response

    return respond
