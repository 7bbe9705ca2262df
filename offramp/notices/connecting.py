"""The line to the mail server: as safe as the settings say, under a name that tells nothing."""

import smtplib
import socket
import ssl

from django.conf import settings


def connect(patience: float) -> smtplib.SMTP:
    """By the name that is in the mails: the machine's own is nobody's business."""
    trust = ssl.create_default_context()
    place, name = (settings.EMAIL_HOST, settings.EMAIL_PORT), settings.ORIGIN_PARTS.hostname
    if settings.EMAIL_USE_SSL:
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, name, timeout=patience, context=trust)
    else:
        server = smtplib.SMTP(*place, name, timeout=patience)
    try:
        _introduce(server, trust)
    except OSError:
        server.close()
        raise
    return server


def line(server: smtplib.SMTP) -> socket.socket:
    if server.sock is None:
        raise smtplib.SMTPServerDisconnected
    return server.sock


def _introduce(server: smtplib.SMTP, trust: ssl.SSLContext) -> None:
    if settings.EMAIL_USE_TLS:
        server.starttls(context=trust)
    if settings.EMAIL_HOST_USER:
        server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    server.ehlo_or_helo_if_needed()
    # The last bytes go alone; they shall not wait until the server has confirmed those before.
    line(server).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
