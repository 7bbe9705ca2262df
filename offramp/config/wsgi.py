"""The site as a WSGI application; offramp/config/asgi.py stands before it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "offramp.config.settings")
application = get_wsgi_application()
