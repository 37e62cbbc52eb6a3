"""Serving people. Nothing has a default that could be forgotten; what is missing stops the start with a sentence."""

from stegvis.config import env, logs
from stegvis.config.settings.base import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = env.words("STEGVIS_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DATABASES = {"default": env.database(env.text("STEGVIS_DATABASE"))}
SECRET_KEY = env.text("STEGVIS_SECRET_KEY")
FIELD_KEYS = env.field_keys("STEGVIS_FIELD_KEYS")
"""Key id -> base64 of 32 bytes, the current one first. Keep it apart from the data and its backups."""

CLIENT_ADDRESS = env.text("STEGVIS_CLIENT_ADDRESS", "HTTP_X_REAL_IP")
"""The header in which the server in front tells who asks; it must overwrite what the asker sends."""

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-form"
"""Browsers take cookies so named from this very host alone: a neighbour under the same name cannot plant one."""

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
LOGGING = logs.settings(as_json=True)
