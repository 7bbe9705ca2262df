"""A mailbox on another machine: as much of IMAP (RFC 3501) as it takes to read and empty one folder."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    user: str = "bounces"
    password: str = "pass/word@"
    port: int = 0
    mails: dict[int, bytes] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)

    def address(self, *, typed: str = "pass%2Fword%40") -> str:
        return f"imap://{self.user}:{typed}@127.0.0.1:{self.port}/INBOX"

    def answer(self, command: str) -> tuple[list[bytes], str]:
        """The untagged lines, and how it went."""
        lines, how = list[bytes](), "OK"
        match command.split():
            case ["LOGIN", user, password]:
                is_theirs = (user, password.strip('"')) == (self.user, self.password)
                how = "OK" if is_theirs else "NO wrong for bounces"
            case ["SELECT", folder]:
                lines, how = [b"* %d EXISTS" % len(self.mails)], "OK" if folder == "INBOX" else "NO"
            case ["UID", "SEARCH", "UNSEEN"]:
                unseen = " ".join(map(str, sorted(self.mails.keys() - self.seen)))
                lines = [f"* SEARCH {unseen}".encode()]
            case ["UID", "FETCH", uid, wanted]:
                most = int(re.findall(r"<0\.(\d+)>", wanted)[0])
                mail = self.mails[int(uid)][:most]
                head = b"* 1 FETCH (UID %s BODY[]<0> {%d}\r\n" % (uid.encode(), len(mail))
                lines = [head + mail + b")"]
            case ["UID", "STORE", uid, "+FLAGS", flag]:
                (self.deleted if "Deleted" in flag else self.seen).add(int(uid))
            case ["EXPUNGE"]:
                self.mails = {uid: mail for uid, mail in self.mails.items() if uid not in self.deleted}
            case ["CAPABILITY"]:
                lines = [b"* CAPABILITY IMAP4rev1"]
        return lines, how


@contextmanager
def a_mailbox(*mails: bytes) -> Iterator[Mailbox]:
    box = Mailbox(mails=dict(enumerate(mails, 1)))

    class Line(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            for line in self.rfile:
                tag, _, command = line.decode().strip().partition(" ")
                said, how = box.answer(command)
                self.wfile.write(b"".join(one + b"\r\n" for one in said) + f"{tag} {how} done\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Line) as server:
        server.daemon_threads = True
        box.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()
