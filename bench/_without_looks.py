"""The house as it is served, but nothing is kept about who looked: for `bench.trust` to compare with."""

from stegvis.config.wsgi import application as application
from stegvis.kernel import journal

journal.seen = lambda *_, **__: None
