"""A person's own machine: the demo, on SQLite, with keys made on first use."""

from stegvis.config import env, keys, logs
from stegvis.config.settings.base import *  # noqa: F403

DEBUG = env.text("STEGVIS_DEBUG", "") == "1"
DEMO = True
EMAILS_GO_OUT = True
if not env.mail("STEGVIS_EMAIL_URL").host:  # the worker shows them
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = {"default": env.database(env.text("STEGVIS_DATABASE", f"sqlite://{env.VAR / 'stegvis.sqlite3'}"))}
_own = keys.own(env.VAR / "keys.json")
SECRET_KEY = _own.secret
FIELD_KEYS = _own.fields
if DEBUG:  # files are served as they are, without collecting them first
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_AUTOREFRESH = True
    WHITENOISE_USE_FINDERS = True
LOGGING = logs.settings(as_json=False, level="INFO" if DEBUG else "WARNING")
