"""Every environment variable Offramp reads is read here, and a missing one is said by name."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _


def required(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. docs/map.md, “Settings”, says what it is for.")
    return value


PACKAGE = Path(__file__).resolve().parent.parent

# One address decides hosts, CSRF origins, the passkey id and the proxy header.
ORIGIN = required("OFFRAMP_ORIGIN")
ORIGIN_PARTS = urlsplit(ORIGIN)
if ORIGIN_PARTS.scheme not in ("http", "https") or not ORIGIN_PARTS.hostname or ORIGIN_PARTS.path:
    raise ImproperlyConfigured(
        f"OFFRAMP_ORIGIN is “{ORIGIN}”; it should look like https://help.example.org, without a path."
    )
IS_LOCAL = ORIGIN_PARTS.hostname in ("localhost", "127.0.0.1")
if ORIGIN_PARTS.scheme == "http" and not (IS_LOCAL or ORIGIN_PARTS.hostname.endswith(".onion")):
    raise ImproperlyConfigured("OFFRAMP_ORIGIN must begin with https:// unless it is localhost or an onion.")
ONION_ORIGIN = os.environ.get("OFFRAMP_ONION_ORIGIN", "")

SECRET_KEY = required("OFFRAMP_SECRET_KEY")
CAMPAIGN_FOLDER = Path(required("OFFRAMP_CAMPAIGN"))

DEBUG = False
ALLOWED_HOSTS = [ORIGIN_PARTS.hostname]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
if ONION_ORIGIN:
    ALLOWED_HOSTS.append(urlsplit(ONION_ORIGIN).hostname or "")
    CSRF_TRUSTED_ORIGINS.append(ONION_ORIGIN)
if ORIGIN_PARTS.scheme == "https":
    # Set by the proxy that ends TLS; our own server without a proxy says https itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "offramp.campaigns",
    "offramp.journal",
    "offramp.people",
    "offramp.notices",
    "offramp.threads",
    "offramp.advisers",
    "offramp.pairing",
    "offramp.upkeep",
    "offramp.web",
]
MIDDLEWARE = [
    "offramp.web.headers.HeadersMiddleware",  # outermost, so that every answer carries them
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "offramp.web.errors.MethodMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "offramp.web.errors.MethodMiddleware",
]
ROOT_URLCONF = "offramp.config.urls"
WSGI_APPLICATION = "offramp.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["offramp.web.context.every_page"]},
    }
]

DATABASES = {"default": dj_database_url.parse(required("DATABASE_URL"))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A reader that turns writer fails as "locked" under DEFERRED; IMMEDIATE waits its turn.
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
            "PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;"
        ),
    }
    # Closing the last connection empties and deletes the log: a third of a request's time, each time.
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    # Retired server threads would leak connections that never expire: a pool, and none kept besides.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 4}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Cookies: a browser accepts the __Host- prefix on http://localhost too.
SESSION_ENGINE = "offramp.people.sessions"
SESSION_COOKIE_NAME = "__Host-place"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-form"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "offramp.web.errors.stale_form"

# A body is one long text and a few choices; anything larger is a mistake or an attack.
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 0
FILE_UPLOAD_HANDLERS = ["offramp.web.uploads.RefuseFiles"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("OFFRAMP_STATIC", PACKAGE.parent / "staticfiles"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

MAIL = urlsplit(os.environ.get("OFFRAMP_MAIL", "smtp://localhost:25"))
EMAIL_HOST = MAIL.hostname or "localhost"
EMAIL_PORT = MAIL.port or 25
EMAIL_HOST_USER = MAIL.username or ""
EMAIL_HOST_PASSWORD = MAIL.password or ""
EMAIL_USE_SSL = MAIL.scheme == "smtps"
EMAIL_USE_TLS = MAIL.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("OFFRAMP_MAIL_FROM", f"noreply@{ORIGIN_PARTS.hostname}")

DEFAULT_EXCEPTION_REPORTER = "offramp.web.reporter.QuietReporter"
DEFAULT_EXCEPTION_REPORTER_FILTER = "offramp.web.reporter.QuietFilter"
LOGGING = {
    "version": 1,
    # Django's own exist by now; switched off they would keep silent about a broken page too.
    "disable_existing_loggers": False,
    "filters": {"quiet": {"()": "offramp.web.reporter.QuietLog"}},
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["quiet"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING"}},
}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
