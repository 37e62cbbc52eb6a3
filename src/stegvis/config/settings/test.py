"""The test suite: SQLite unless STEGVIS_TEST_DATABASE names a PostgreSQL; fast hashing; nothing leaves the machine."""

import os

from stegvis.config import env, logs
from stegvis.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105
FIELD_KEYS = {"test": "dGhpcnR5LXR3by1ieXRlcy1vZi1hLXRlc3Qta2V5ISE="}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DEMO = True
EMAILS_GO_OUT = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATICFILES_DIRS = [env.ROOT / "tests" / "static"]
LEAVE_TO = "/static/neutral.html"

_address = os.environ.get("STEGVIS_TEST_DATABASE")
if _address:
    DATABASES = {"default": env.database(_address)}
else:
    DATABASES = {"default": env.sqlite(env.VAR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=20000;"
    )
DATABASES["default"]["CONN_MAX_AGE"] = 0

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
LOGGING = logs.settings(as_json=True)
