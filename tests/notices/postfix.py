"""Debian's Postfix as somebody's mail server: a configuration of its own, a mailbox for whoever it knows."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests.browser.certificates import Certificate
from tests.browser.servers import free_port

PROGRAM = Path("/usr/sbin/postfix")
# Postfix begins as root, wherever it ends up.
MAY_RUN = PROGRAM.exists() and os.geteuid() == 0
DOMAIN = "x.example"

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/state
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.{domain}
mydestination =
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {folder}/boxes
virtual_mailbox_maps = inline:{{ {boxes} }}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_recipient_restrictions = check_recipient_access inline:{{ {{ later@{domain} = 450 4.7.1 Greylisted }} }}
smtpd_relay_restrictions = reject_unauth_destination
smtpd_tls_security_level = may
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass(frozen=True)
class Postfix:
    folder: Path
    port: int

    def mails(self, name: str, *, count: int = 1) -> list[EmailMessage]:
        """What somebody finds in their box, as soon as so many are there."""
        new = self.folder / "boxes" / name / "new"
        end = time.monotonic() + 20
        while len(found := list(new.glob("*"))) < count and time.monotonic() < end:
            time.sleep(0.05)
        return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]


@contextmanager
def running(*names: str, certificate: Certificate) -> Iterator[Postfix]:
    """It knows these names, puts “later” off, and offers to encrypt."""
    folder = Path(tempfile.mkdtemp(prefix="offramp-postfix-"))
    folder.chmod(0o755)  # its parts are different users
    try:
        port = free_port()
        configure(folder, names, port, certificate)
        command = [str(PROGRAM), "-c", str(folder / "etc")]
        subprocess.run([*command, "start"], check=True, capture_output=True)
        try:
            wait_for(port)
            yield Postfix(folder, port)
        finally:
            subprocess.run([*command, "abort"], check=True, capture_output=True)
    finally:
        shutil.rmtree(folder)


def configure(folder: Path, names: tuple[str, ...], port: int, certificate: Certificate) -> None:
    for name in ("etc", "queue", "state", "boxes"):
        (folder / name).mkdir(mode=0o755)
    for name in ("state", "boxes"):
        shutil.chown(folder / name, "postfix", "postfix")
    owner = (folder / "boxes").stat()
    told = {
        "folder": folder,
        "domain": DOMAIN,
        "boxes": ", ".join(f"{{ {name}@{DOMAIN} = {name}/ }}" for name in names),
        "uid": owner.st_uid,
        "gid": owner.st_gid,
        "certificate": certificate.path,
        "key": certificate.key_path,
    }
    (folder / "etc" / "main.cf").write_text(MAIN.format(**told))
    (folder / "etc" / "master.cf").write_text(MASTER.format(port=port))


def wait_for(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("Postfix does not answer.")
