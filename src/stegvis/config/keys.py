"""Keys for a small installation: made once, kept in one file that only its owner may read."""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Keys:
    """`secret` signs sessions and forms; `fields` are key id -> base64 of 32 bytes, the current one first."""

    secret: str
    fields: dict[str, str]


def own(path: Path) -> Keys:
    """The keys in `path`, made now if there are none. Two starts at the same moment end up with the same file."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = {
            "secret": secrets.token_urlsafe(50),
            "fields": {"k1": base64.b64encode(secrets.token_bytes(32)).decode()},
        }
        draft = path.with_suffix(f".{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(fresh))
        try:
            os.link(draft, path)  # fails when somebody else was first: then theirs is used
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    kept = json.loads(path.read_text())
    return Keys(secret=kept["secret"], fields=kept["fields"])
