"""Settings: one file, read from the environment. docs/operations.md lists the variables."""

import os
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.utils.csp import CSP

from fiksummin.core.db import shim
from fiksummin.core.secrets import env_bool, env_list, secret_key
from fiksummin.people import logins

shim.install()

ROOT = Path(__file__).resolve().parent
DATA = Path(os.environ.get("FIKSUMMIN_DATA", "var")).absolute()
DEMO = env_bool("FIKSUMMIN_DEMO")
DEBUG = env_bool("FIKSUMMIN_DEBUG")
PORT = int(os.environ.get("PORT", "8000"))
BASE_URL = os.environ.get("FIKSUMMIN_BASE_URL", f"http://localhost:{PORT}").rstrip("/")
SHARE_TAG = os.environ.get("FIKSUMMIN_SHARE_TAG", "#Työ2.0")
"""The tag under which people tell of the lab elsewhere."""
HTTPS = BASE_URL.startswith("https://")
HOST = urlsplit(BASE_URL).hostname or "localhost"
MAIL_DOMAIN = os.environ.get("FIKSUMMIN_MAIL_DOMAIN", HOST)

SECRET_KEY = secret_key(DATA)
SECRET_KEY_FALLBACKS = env_list("FIKSUMMIN_SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = [HOST, *env_list("FIKSUMMIN_HOSTS")]
if not HTTPS:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
# Weighed by the server itself (core/serving/proxies.py), so Django never reads a forwarded header.
TRUSTED_PROXIES = env_list("FIKSUMMIN_TRUSTED_PROXIES")
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []

# --- Rooms, from the ground up -------------------------------------------------
INSTALLED_APPS = [
    "fiksummin.site",
    "fiksummin.portal",
    "fiksummin.api",
    "fiksummin.notifications",
    "fiksummin.search",
    "fiksummin.experiments",
    "fiksummin.ideas",
    "fiksummin.events",
    "fiksummin.spaces",
    "fiksummin.library",
    "fiksummin.circles",
    "fiksummin.trail",
    "fiksummin.people",
    "fiksummin.ui",
    "fiksummin.core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.search",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.saml",
    "allauth.mfa",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
if DEMO:
    INSTALLED_APPS.insert(0, "fiksummin.demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "fiksummin.core.http.log",
    "fiksummin.core.http.headers",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "fiksummin.ui.languages.LanguageOfThePage",
    "django.middleware.common.CommonMiddleware",
    "fiksummin.ui.errors.WrongMethods",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "fiksummin.ui.drafts.keeping",
    "fiksummin.people.middleware.entry",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "fiksummin.site.middleware.editors_door",
    "fiksummin.ui.errors.Sentences",
]
ROOT_URLCONF = "fiksummin.urls"
WSGI_APPLICATION = "fiksummin.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["fiksummin.ui.templatetags.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.csp",
                "fiksummin.portal.context.frame",
                "fiksummin.site.context.site_chrome",
            ],
        },
    }
]
FORM_RENDERER = "fiksummin.ui.forms.Renderer"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


# --- Engines ---------------------------------------------------------------------
def database(url: str) -> dict[str, Any]:
    """Read ``postgresql://user:secret@host:port/name`` (or ``?host=/socket/folder``), or the SQLite default."""
    if not url:
        return {
            "ENGINE": "fiksummin.core.db.sqlite",
            "NAME": str(DATA / "fiksummin.sqlite3"),
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=0;",
            },
        }
    parts = urlsplit(url)
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "fiksummin.core.db.postgres",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or unquote(options.get("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"prepare_threshold": 1},
    }


DATABASES = {"default": database(os.environ.get("FIKSUMMIN_DATABASE_URL", ""))}
if DATABASES["default"]["ENGINE"].endswith("sqlite"):
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    INSTALLED_APPS.append("django.contrib.postgres")  # Wagtail's search asks for it
CACHES = {"default": {"BACKEND": "fiksummin.people.limits.SharedLimits"}}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Mail --------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = os.environ.get("FIKSUMMIN_MAIL_FROM", f"Fiksummin <fiksummin@{MAIL_DOMAIN}>")
MAIL_FOLDER = DATA / "mail"
SMTP = urlsplit(os.environ.get("FIKSUMMIN_SMTP_URL", ""))
"""``smtp://user:secret@host:port`` or ``smtps://``; ``smtp+starttls://`` asks for STARTTLS."""
MAILERS: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": SMTP.hostname,
            "port": SMTP.port or 25,
            "username": unquote(SMTP.username or ""),
            "password": unquote(SMTP.password or ""),
            "use_ssl": SMTP.scheme == "smtps",
            "use_tls": SMTP.scheme == "smtp+starttls",
            "timeout": 20,
        },
    }
    if SMTP.hostname
    else {"BACKEND": "fiksummin.core.mailfolder.EmailBackend", "OPTIONS": {"folder": str(MAIL_FOLDER)}}
}

# --- Calendars of others ---------------------------------------------------------------
# Origins such as http://10.2.0.5:8080 that may be fetched though they are not on the open internet.
FETCH_ORIGINS = [origin.rstrip("/").lower() for origin in env_list("FIKSUMMIN_FETCH_ORIGINS")]
# Whose word is taken that a letter really comes from where it says (RFC 8601); "": nobody's.
MAIL_AUTHSERV_ID = os.environ.get("FIKSUMMIN_MAIL_AUTHSERV_ID", "").strip().lower()
MAILDIR = os.environ.get("FIKSUMMIN_MAILDIR", "")

# --- Languages and time ------------------------------------------------------------
LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# --- People ------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["fiksummin.people.backends.PersonBackend"]
SESSION_ENGINE = "fiksummin.people.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:today"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
# Nobody has a password: a code by e-mail, a passkey, or the organisation's own sign-in.
ACCOUNT_ADAPTER = "fiksummin.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account is made of a proven address only
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# A whole agency may stand behind one address, so the limits for an address are wide.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "request_login_code": "120/m/ip,5/10m/key,20/d/key"}
SOCIALACCOUNT_ADAPTER = "fiksummin.people.adapters.SocialAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # a federated sign-in never takes over an account by its address
SOCIALACCOUNT_LOGIN_ON_GET = True  # from our own pages only: people.views.federation
SOCIALACCOUNT_PROVIDERS = logins.read(os.environ.get("FIKSUMMIN_LOGINS", ""))
MFA_ADAPTER = "fiksummin.people.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_REAUTHENTICATION_REQUIRED = True

# --- Safety ------------------------------------------------------------------------
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}
# core/checks.py says these in one sentence each; subdomains, preloading and the redirect are the proxy's.
SILENCED_SYSTEM_CHECKS = [f"security.W{number:03}" for number in (4, 5, 8, 9, 10, 11, 12, 16, 18, 21)]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
BODY_LIMIT = 30 * 1024 * 1024

# --- Files -------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 24 * 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "fiksummin.ui.storage.VersionedStorage"},
}

# --- Pages (Wagtail) -----------------------------------------------------------------
WAGTAIL_SITE_NAME = "Fiksummin"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_LOGIN_URL = "/fi/accounts/login/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "fiksummin.site.review.publish"
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILIMAGES_IMAGE_MODEL = "site.Picture"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
CSP_OF_THE_EDITOR = {
    **SECURE_CSP,
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
}
"""Wagtail's own pages have inline scripts; only those who edit reach them, and only under /admin/."""
TAGGIT_CASE_INSENSITIVE = True
TAGGIT_STRIP_UNICODE_WHEN_SLUGIFYING = False

# --- What the log says -----------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "fiksummin.core.logs.JsonLines"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json", "stream": sys.stderr}},
    "root": {"handlers": ["out"], "level": os.environ.get("FIKSUMMIN_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # core/http.py writes route and status of every answer; these would add the path, and in it a secret.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
        "wagtail": {"level": "WARNING"},
    },
}
