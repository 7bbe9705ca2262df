"""Mail that comes back, as mail servers write it: the parts of RFC 3464 in the order Postfix has them.

Those in postfix/ are Postfix 3.7's own, of Debian 12: it brought mails to a server that refused them.
"""

from pathlib import Path

REPORT = """\
Return-Path: <>
Delivered-To: {to}
Received: by mail.example.org (Postfix) id 4Xk2; Sun, 22 Nov 2026 12:00:01 +0000 (UTC)
Date: Sun, 22 Nov 2026 12:00:01 +0000 (UTC)
From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4Xk2.1795348801/mail.example.org"
Content-Transfer-Encoding: 8bit
Message-Id: <20261122120001.4Xk2@mail.example.org>

This is a MIME-encapsulated message.

--4Xk2.1795348801/mail.example.org
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

This is the mail system at host mail.example.org.

<ada@example.org>: host mx.example.org[192.0.2.7] said: {told} (in reply to RCPT TO command)

--4Xk2.1795348801/mail.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org
X-Postfix-Queue-ID: 4Xk1
X-Postfix-Sender: rfc822; {to}
Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0000 (UTC)

{recipients}
--4Xk2.1795348801/mail.example.org
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: Larkfield <noreply@testserver>
To: ada@example.org
Subject: Larkfield: letter of November 22

{mail}

--4Xk2.1795348801/mail.example.org--
"""
RECIPIENT = """\
Final-Recipient: rfc822; ada@example.org
Original-Recipient: rfc822;ada@example.org
Action: {action}
Status: {status}
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; {told}
"""


def returned(
    to: str,
    *statuses: str,
    action: str = "failed",
    told: str = "550 5.1.1 No such user",
    mail: str = "Good day.",
) -> bytes:
    """What comes back to this sender, with a block for each status."""
    blocks = [RECIPIENT.format(action=action, status=status, told=told) for status in statuses or ("5.1.1",)]
    written = REPORT.format(to=to, told=told, recipients="\n".join(blocks), mail=mail)
    return written.replace("\n", "\r\n").encode()


def postfix(kind: str, to: str) -> bytes:
    """What Postfix itself sent back, to another sender."""
    written = (Path(__file__).parent / "postfix" / f"{kind}.eml").read_bytes()
    return written.replace(b"bounces+" + b"a" * 48 + b"@letters.example.org", to.encode())


def away(to: str) -> bytes:
    """Somebody is on holiday, and their program says so to whoever writes."""
    return f"From: ada@example.org\r\nTo: {to}\r\nSubject: Out of office\r\n\r\nBack on Monday.\r\n".encode()


def nested(to: str, deep: int) -> bytes:
    """A mail in a mail in a mail."""
    lines = [f"To: {to}"]
    for level in range(deep):
        lines += [f'Content-Type: multipart/mixed; boundary="{level}"', "", f"--{level}"]
    return "\r\n".join([*lines, "", "x"]).encode()


def many_parts(to: str, count: int) -> bytes:
    """Side by side, each of them with parts of its own, and nothing in any."""
    head = f'Content-Type: multipart/report;\n boundary="whole"\nMIME-Version: 1.0\nTo: {to}\n\n'
    part = 'Content-Type: multipart/mixed; boundary="==============={0:019}=="\nMIME-Version: 1.0\n\n'
    part += "--==============={0:019}==\n\n--==============={0:019}==--\n"
    parts = "".join(f"--whole\n{part.format(number)}\n" for number in range(count))
    return f"{head}{parts}--whole--\n".encode()
