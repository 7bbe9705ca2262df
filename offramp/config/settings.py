"""Every setting is read here, from the environment and one file; a missing one is said by name."""

import os
import re
from email.utils import getaddresses, parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from offramp.config import languages
from offramp.upkeep import origins, settings_file
from offramp.upkeep.refusal import Refused

SETTINGS_FILE = settings_file.find(os.environ)
given = {**(settings_file.read(SETTINGS_FILE) if SETTINGS_FILE else {}), **os.environ}


def required(name: str) -> str:
    value = given.get(name)
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. “offramp init” asks for it; docs/map.md, “Settings”, says what it is for."
        )
    return value


PACKAGE = Path(__file__).resolve().parent.parent

# One address decides hosts, CSRF origins, the passkey id and the proxy header.
try:
    ORIGIN = origins.read(required("OFFRAMP_ORIGIN"))
    ONION_ORIGIN = origins.read_onion(given.get("OFFRAMP_ONION_ORIGIN", ""))
except Refused as wrong:
    raise ImproperlyConfigured(f"OFFRAMP_ORIGIN or OFFRAMP_ONION_ORIGIN is wrong: {wrong}") from None
ORIGIN_PARTS = urlsplit(ORIGIN)
IS_LOCAL = origins.is_local(ORIGIN_PARTS.hostname)

SECRET_KEY = required("OFFRAMP_SECRET_KEY")
CAMPAIGN_FOLDER = Path(required("OFFRAMP_CAMPAIGN"))

DEBUG = False
ALLOWED_HOSTS = [ORIGIN_PARTS.hostname]
CSRF_TRUSTED_ORIGINS = [ORIGIN]
if ONION_ORIGIN:
    ALLOWED_HOSTS.append(urlsplit(ONION_ORIGIN).netloc)
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
    "offramp.documents",
    "offramp.advisers",
    "offramp.letters",
    "offramp.replies",
    "offramp.signatures",
    "offramp.subscribers",
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

try:
    DATABASES = {"default": dj_database_url.parse(required("DATABASE_URL"))}
except ValueError:  # its own words would repeat the address, with the password in it
    DATABASES = {"default": {"ENGINE": ""}}
if not DATABASES["default"]["ENGINE"].endswith(("sqlite3", "postgresql")):
    raise ImproperlyConfigured(
        "DATABASE_URL should look like sqlite:////path/to/file or postgres://user:password@host/name; signs "
        "such as @ or / in a password are written as %40 or %2F."
    )
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
    DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 10)
# Sealed copies, and the public half of the key they are sealed to.
BACKUPS = Path(given["OFFRAMP_BACKUPS"]) if given.get("OFFRAMP_BACKUPS") else None
if BACKUPS is None and DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    BACKUPS = Path(DATABASES["default"]["NAME"]).absolute().parent / "backups"
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
# One file can come with it, where a page takes files at all; how large is said in config/intake.py.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["offramp.web.uploads.KeepInMemory"]

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
# Files decide. What a language is called is said by its own file, too.
LANGUAGES = [(code, code) for code in languages.found(PACKAGE, CAMPAIGN_FOLDER)]
LOCALE_PATHS = [path for path in (CAMPAIGN_FOLDER / "locale",) if path.is_dir()]

STATIC_URL = "/static/"
# A built package brings them along; in a checkout `make assets` collects them beside it.
BUILT_STATIC = PACKAGE / "shipped" / "static"
STATIC_ROOT = Path(
    given.get("OFFRAMP_STATIC") or (BUILT_STATIC if BUILT_STATIC.is_dir() else PACKAGE.parent / "staticfiles")
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False

try:
    MAIL = urlsplit(given.get("OFFRAMP_MAIL") or "smtp://localhost:25")
    EMAIL_PORT = MAIL.port or {"smtps": 465, "smtp+tls": 587}.get(MAIL.scheme, 25)
except ValueError:  # its own words would repeat a part of the password
    raise ImproperlyConfigured(
        "OFFRAMP_MAIL should look like smtp+tls://user:password@mail.example.org; signs such as @, # or / in "
        "a password are written as %40, %23 or %2F."
    ) from None
EMAIL_HOST = MAIL.hostname or "localhost"
EMAIL_HOST_USER = unquote(MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(MAIL.password or "")
EMAIL_USE_SSL = MAIL.scheme == "smtps"
EMAIL_USE_TLS = MAIL.scheme == "smtp+tls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = given.get("OFFRAMP_MAIL_FROM") or f"noreply@{ORIGIN_PARTS.hostname}"
if len(getaddresses([DEFAULT_FROM_EMAIL])) != 1 or "@" not in parseaddr(DEFAULT_FROM_EMAIL)[1]:
    raise ImproperlyConfigured(
        "OFFRAMP_MAIL_FROM should be one address, letters@example.org or Larkfield <letters@example.org>; a "
        'name with a comma stands in quotation marks: "Larkfield, the letters" <letters@example.org>.'
    )
# Before the @ 48 signs more tell whose mail came back, and 64 are all that an address may have there.
BOUNCES = given.get("OFFRAMP_BOUNCES") or ""
if BOUNCES and not re.fullmatch(r"[A-Za-z0-9._-]{1,15}@[A-Za-z0-9.-]+", BOUNCES):
    raise ImproperlyConfigured(
        "OFFRAMP_BOUNCES should look like bounces@letters.example.org, with at most 15 signs before the @."
    )
BOUNCES_MAILBOX = given.get("OFFRAMP_BOUNCES_MAILBOX") or ""

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
