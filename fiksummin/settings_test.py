"""Settings for tests: the product's own, with a cheap hasher and no address outside."""

from fiksummin.settings import *  # noqa: F403 -- settings extend settings
from fiksummin.settings import INSTALLED_APPS

SECRET_KEY = "only for tests"  # noqa: S105 -- not a secret
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if "fiksummin.demo" not in INSTALLED_APPS:
    INSTALLED_APPS = ["fiksummin.demo", *INSTALLED_APPS]
