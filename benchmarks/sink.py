"""A mail server that throws away what it takes; of each mail it prints the address and the Message-ID.

As little as a mail server can be, so that what is measured is whoever sends.
"""

import asyncio
import re
import sys

MESSAGE_ID = re.compile(rb"^Message-ID:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
SAID = {b"EHLO": b"250-localhost\r\n250-SIZE\r\n250 8BITMIME\r\n", b"DATA": b"354 Go on\r\n"}


class Visit(asyncio.Protocol):
    """One connection: commands a line each, and a mail until a line with a dot alone."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.waiting = bytearray()
        self.is_in_mail = False
        self.address = ""
        transport.write(b"220 localhost\r\n")

    def data_received(self, octets: bytes) -> None:
        self.waiting += octets
        while (found := self.waiting.find(end := b"\r\n.\r\n" if self.is_in_mail else b"\r\n")) >= 0:
            piece = bytes(self.waiting[:found])
            del self.waiting[: found + len(end)]
            (self.take if self.is_in_mail else self.answer)(piece)

    def answer(self, line: bytes) -> None:
        command = line[:4].upper()
        if command == b"RCPT":
            self.address = line.partition(b"<")[2].partition(b">")[0].decode()
        self.is_in_mail = command == b"DATA"
        self.transport.write(SAID.get(command, b"250 OK\r\n"))
        if command == b"QUIT":
            self.transport.close()

    def take(self, mail: bytes) -> None:
        found = MESSAGE_ID.search(mail)
        print(self.address, found[1].decode() if found else "none", flush=True)
        self.is_in_mail = False
        self.transport.write(b"250 OK\r\n")


async def serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Visit, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
