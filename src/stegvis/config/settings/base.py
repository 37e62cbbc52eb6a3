"""What every installation shares."""

from csp.constants import NONE, SELF

from stegvis.config import env

ALLOWED_HOSTS: list[str] = []
ROOT_URLCONF = "stegvis.config.urls"
WSGI_APPLICATION = "stegvis.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

# Django's own messages need no place here: middleware and context processor are enough, and the name is our area's.
INSTALLED_APPS = [
    "stegvis.config",
    "stegvis.kernel",
    "stegvis.ui",
    "stegvis.areas.people",
    "stegvis.areas.privacy",
    "stegvis.areas.messages",
    "stegvis.areas.directory",
    "stegvis.areas.admission",
    "stegvis.areas.groups",
    "stegvis.areas.remarks",
    "stegvis.areas.agreements",
    "stegvis.areas.staffing",
    "stegvis.areas.outings",
    "stegvis.areas.responsibilities",
    "stegvis.areas.participation",
    "stegvis.areas.counting",
    "stegvis.areas.insight",
    "stegvis.faces",
    "stegvis.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # for the templates of its controls, those that are not ours
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "stegvis.config.logs.each_request",
    # What sets headers stands outside what may fail, so that error pages and files have them too.
    "stegvis.config.middleware.closed",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "stegvis.config.middleware.private",
    "stegvis.config.middleware.language",
    "stegvis.config.middleware.away",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "stegvis.config.middleware.actor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "stegvis.config.middleware.refusals",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "stegvis.config.context.face",
            ],
            "builtins": ["template_partials.templatetags.partials"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # so that controls can have templates of ours

DATABASES = {"default": env.sqlite(env.VAR / "stegvis.sqlite3")}
AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "form"
CSRF_FAILURE_VIEW = "stegvis.config.errors.forged_form"
IDLE_MINUTES = {"participant": 20, "staff": 60}
"""How long a seat may stay untouched before it is left: short, since devices are shared (X-17)."""

LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Norsk"), ("da", "Dansk"), ("sv", "Svenska"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "static/"
STATIC_ROOT = env.VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# With no-referrer, browsers send forms from nowhere, and the check against forged forms refuses them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LEAVE_TO = env.text("STEGVIS_LEAVE_TO", "https://www.yr.no/")
"""The neutral page that Leave opens in place of ours: the weather (X-01)."""

AWAY_COOKIE_NAME = "v"
"""Set by Leave for ten minutes. Name and value say nothing."""

CLIENT_ADDRESS = "REMOTE_ADDR"
"""Where a request says which network address it comes from, for slowing down whoever guesses."""

_mail = env.mail("STEGVIS_EMAIL_URL")
EMAILS_GO_OUT = bool(_mail.host)
"""Whether anybody can choose to hear from us by e-mail."""

EMAIL_BACKEND = "stegvis.config.mail.Quiet"
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("STEGVIS_EMAIL_FROM") if EMAILS_GO_OUT else "message@localhost"
"""Whom every e-mail comes from: an address that tells nothing (X-02)."""

DEMO = False
"""Whether /demo/ and /gallery/ exist."""

FILE_UPLOAD_HANDLERS = ["stegvis.config.uploads.NoFiles"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

IMPORT_FOLDER = env.VAR / "imports"
"""Where an import puts what it has read and checked, until it shows."""
