"""The WSGI application, for ``fiksummin serve`` and any other server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fiksummin.settings")

application = get_wsgi_application()
