"""Settings, addresses and the WSGI entry; nobody imports it."""
