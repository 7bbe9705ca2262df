"""Waits until somebody listens, or answers at a path; alone, as it may have to do so inside a namespace."""

import socket
import sys
import time


def main(host: str, port: int, path: str = "") -> int:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            with socket.create_connection((host, port), timeout=20) as connection:
                if not path:
                    return 0
                connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
                if connection.recv(20).split()[1:2] == [b"200"]:
                    return 0
        except OSError:
            time.sleep(0.05)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:]))
