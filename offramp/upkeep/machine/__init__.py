"""Running as a service of this machine: units for systemd, and the proxy that ends TLS."""
