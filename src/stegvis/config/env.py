"""Settings from the environment: each read once, with a clear error when it makes no sense."""

import json
import os
from base64 import b64decode
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(os.environ.get("STEGVIS_VAR", ROOT / "var"))
"""Where a small installation keeps its database and keys."""


def text(name: str, default: str | None = None) -> str:
    """The value of a variable. Raises ImproperlyConfigured when it is missing or empty and has no default."""
    value = os.environ.get(name) or default
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the environment.")
    return value


def words(name: str) -> list[str]:
    """A comma-separated list of at least one. Raises ImproperlyConfigured for none."""
    found = [word.strip() for word in text(name).split(",") if word.strip()]
    if not found:
        raise ImproperlyConfigured(f"Set {name} to at least one word; several are parted by commas.")
    return found


def field_keys(name: str) -> dict[str, str]:
    """JSON of key id -> base64 of 32 bytes, the current one first. Raises ImproperlyConfigured for anything else."""
    try:
        found = json.loads(text(name))
        fits = bool(found) and all(
            key and len(b64decode(value, validate=True)) == 32 for key, value in found.items()
        )
    except (ValueError, TypeError, AttributeError):
        fits = False
    if not fits:
        raise ImproperlyConfigured(
            f'{name} is JSON of a key\'s name and 32 bytes in base64: {{"k1": "..."}}.'
        )
    return {str(key): str(value) for key, value in found.items()}


def database(address: str) -> dict[str, Any]:
    """Django's settings for `sqlite:///path/to/file?timeout=20` (seconds that a writer waits for another) or
    `postgresql://user:password@host:port/name?option=value`.
    """
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)), timeout=float(options.get("timeout", 20)))
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("STEGVIS_DATABASE starts with sqlite:// or postgresql://.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or options.pop("port", "")),
        "OPTIONS": {"connect_timeout": 5, **options},
        "DISABLE_SERVER_SIDE_CURSORS": True,  # they outlive a transaction, which pgbouncer does not allow
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SQLITE_CACHE_KB = 16_000
"""Pages of the file that a connection keeps: with the usual 2,000 kB a large import reads its indexes over and over."""


def sqlite(path: Path, *, timeout: float = 20) -> dict[str, Any]:
    """SQLite as a real store: write-ahead log, every commit on disk, a writer waits for at most `timeout` seconds."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": timeout,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            f" PRAGMA busy_timeout={round(timeout * 1000)}; PRAGMA cache_size=-{SQLITE_CACHE_KB};",
        },
        "CONN_MAX_AGE": 60,
    }


@dataclass(frozen=True, slots=True)
class MailServer:
    """Who takes our e-mails. Without a host none goes out."""

    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail(name: str) -> MailServer:
    """`smtp://user:password@host:587` (encrypted by STARTTLS), `smtps://user:password@host:465`, or, for a server on
    this machine, `smtp://localhost:25?tls=no`. Without the variable nothing goes out.
    """
    parts = urlsplit(os.environ.get(name, ""))
    if not parts.geturl():
        return MailServer()
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} starts with smtp:// or smtps:// and names a host.")
    plain = dict(parse_qsl(parts.query)).get("tls") == "no"
    return MailServer(
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp" and not plain,
        tls=parts.scheme == "smtps",
    )
