"""`python -m benchmarks.uploads`: eight people send a file at once; and what 10 MB cost to seal and open."""

import re
import resource
import statistics
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from secrets import token_bytes
from threading import Event, Thread
from time import perf_counter, sleep
from uuid import uuid4

from benchmarks import installation, machine, table
from benchmarks.files import pdf_of_ten_pages, photograph
from benchmarks.installation import Installation
from benchmarks.journeys import ReturnVisit
from benchmarks.visitor import Visitor, WentWrong
from offramp.sealed import objects
from offramp.sealed.bindings import Binding

AT_ONCE, RUNS, MIB = 8, 15, 1024 * 1024
BRING = "/place/desk/files/"
HEAD = ["file", "MiB", "all taken, s", "first, s", "turned away at first", "pages meanwhile, p50 ms"]
HEAD += ["slowest page, ms", "server before, MiB", "at most, MiB"]


def main() -> int:
    print(f"# Uploads\n\n{machine.description()}.\n")
    print(f"10 MB sealed in {timed(seal):.0f} ms, opened in {timed(unseal):.0f} ms; ", end="")
    print(f"the process at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB.\n")
    files = {"PDF, 10 pages": pdf_of_ten_pages(), "JPEG, 48 megapixels": photograph(8000, 6000, 60)}
    rows = []
    for name, content in files.items():
        with (
            installation.on_sqlite() as url,
            installation.running(url, workers=1, clients=AT_ONCE) as place,
        ):
            rows.append([name, f"{len(content) / MIB:.1f}", *all_at_once(place, content)])
    print(*table.table(HEAD, rows), sep="\n")
    return 0


PLAIN, KEY, BINDING = token_bytes(10_000_000), objects.new_key(), Binding("document-file", (b"x", "server"))
SEALED = objects.seal(PLAIN, key=KEY, binding=BINDING)


def seal() -> None:
    objects.seal(PLAIN, key=KEY, binding=BINDING)


def unseal() -> None:
    objects.open(SEALED, key=KEY, binding=BINDING)


def timed(act: Callable[[], None]) -> float:
    """The median in milliseconds."""
    taken = []
    for _ in range(RUNS):
        began = perf_counter()
        act()
        taken.append(1000 * (perf_counter() - began))
    return statistics.median(taken)


def all_at_once(place: Installation, content: bytes) -> list[str]:
    visitors = [signed_in(place, number) for number in range(AT_ONCE)]
    before = most_memory(place)
    with somebody_reading(place) as pages, ThreadPoolExecutor(AT_ONCE) as pool:
        began = perf_counter()
        taken = list(pool.map(lambda visitor: bring(visitor, content, began), visitors))
    seconds = [second for second, _ in taken]
    away = sum(1 for _, tries in taken if tries > 1)
    return [
        f"{max(seconds):.1f}",
        f"{min(seconds):.1f}",
        str(away),
        f"{1000 * statistics.median(pages):.0f}",
        f"{1000 * max(pages):.0f}",
        f"{before:.0f}",
        f"{most_memory(place):.0f}",
    ]


def signed_in(place: Installation, number: int) -> Visitor:
    visit = ReturnVisit(place, place.seekers[number])
    visit.open()
    visit.finish()
    visit.visitor.get(BRING)
    return visit.visitor


def bring(visitor: Visitor, content: bytes, began: float) -> tuple[float, int]:
    """Whoever is turned away chooses the file again after a moment, as the page asks."""
    for tries in range(1, 200):
        status = post(visitor, content)
        if status == 200:
            return perf_counter() - began, tries
        if status != 503:
            raise WentWrong(f"{status} for a file.")
        sleep(1)
    raise WentWrong("Never taken.")


def post(visitor: Visitor, content: bytes) -> int:
    fields = {"csrfmiddlewaretoken": visitor.token, "text": "", "draft": str(uuid4())}
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    parts.append('--x\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n')
    headers = visitor.headers | {
        "Cookie": "; ".join(f"{name}={value}" for name, value in visitor.cookies.items()),
        "Content-Type": "multipart/form-data; boundary=x",
        "Origin": visitor.installation.origin,
        "Sec-Fetch-Site": "same-origin",
    }
    visitor.connection.timeout = 300
    visitor.connection.request("POST", BRING, "".join(parts).encode() + content + b"\r\n--x--\r\n", headers)
    answer = visitor.connection.getresponse()
    body = answer.read()
    if answer.status == 200 and not re.search(rb"pages/1/", body) and len(body) < 2_000:
        raise WentWrong("No safe view.")
    return answer.status


@contextmanager
def somebody_reading(place: Installation) -> Iterator[list[float]]:
    """How long pages take meanwhile, in seconds."""
    taken: list[float] = []
    over = Event()

    def read() -> None:
        visitor = Visitor(place)
        while not over.is_set():
            began = perf_counter()
            visitor.get("/help/")
            taken.append(perf_counter() - began)
            sleep(0.05)

    thread = Thread(target=read)
    thread.start()
    try:
        yield taken
    finally:
        over.set()
        thread.join()


def most_memory(place: Installation) -> float:
    """MiB that the server's own processes ever held, without the readers of files."""
    statuses = [Path(f"/proc/{pid}/status").read_text() for pid in machine.family(place.pid)]
    return sum(int(line.split()[1]) for status in statuses for line in re.findall(r"VmHWM.*", status)) / 1024


if __name__ == "__main__":
    raise SystemExit(main())
