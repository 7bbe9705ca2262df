"""What people do, in two parts: opening a page, and, after they have read and typed, going on from it."""

import re
from datetime import UTC, datetime
from itertools import count
from typing import ClassVar, Protocol

import pyotp

from benchmarks.installation import Adviser, Installation, Seeker
from benchmarks.texts import LONG_THREAD, TEXT
from benchmarks.visitor import Visitor, WentWrong

DRAFT = re.compile(r'name="draft"[^>]* value="([^"]+)"')
WORD = re.compile(r'<li translate="no">([a-z]+)</li>')
NUMBER = re.compile(r'<label for="(?:first|second)">Word (\d)</label>')
MESSAGE = re.compile(r'<li class="message')
ANSWERS = count(1)


class Journey(Protocol):
    visitor: Visitor
    # Whether the time and work of opening belong to the measure, and how long a person must be reading.
    counts_opening: ClassVar[bool]
    reading: ClassVar[float]

    def open(self) -> None: ...

    def finish(self) -> None: ...

    def check(self) -> None:
        """That it ended where it should, signed in; not part of the measure."""


class CompleteRequest:
    """The form, the message, the code, two words of it."""

    counts_opening: ClassVar[bool] = True
    reading: ClassVar[float] = 3.2  # seconds; sooner than three, a form is sent back

    def __init__(self, installation: Installation) -> None:
        self.visitor = Visitor(installation)
        self.draft = ""

    def open(self) -> None:
        self.draft = found(DRAFT, self.visitor.get("/help/").body)[0]

    def finish(self) -> None:
        chosen = {"help": "resume", "work": "analyst", "years": "5-to-9", "nickname": "Quiet Maple"}
        self.visitor.post("/help/", ends_at="/code/", draft=self.draft, text=TEXT, website="", **chosen)
        page = self.visitor.get("/code/").body
        words, (first, second) = found(WORD, page), found(NUMBER, page)
        self.visitor.post(
            "/code/", ends_at="/place/", first=words[int(first) - 1], second=words[int(second) - 1]
        )

    def check(self) -> None:
        found(MESSAGE, self.visitor.get("/place/").body)
        self.visitor.leave()


class ReturnVisit:
    """The code, and the place with a long conversation."""

    counts_opening: ClassVar[bool] = False
    reading: ClassVar[float] = 0.0

    def __init__(self, installation: Installation, seeker: Seeker) -> None:
        self.visitor, self.seeker = Visitor(installation), seeker
        self.page = ""

    def open(self) -> None:
        self.visitor.get("/return/")

    def finish(self) -> None:
        self.visitor.post("/return/", ends_at="/place/", code=self.seeker.code)
        self.page = self.visitor.get("/place/").body

    def check(self) -> None:
        shown = len(found(MESSAGE, self.page))
        if shown != LONG_THREAD:
            raise WentWrong(f"{shown} messages instead of {LONG_THREAD}.")
        self.visitor.leave()


class Answer:
    """An adviser, signed in for the day, answers and sees the conversation with the answer in it."""

    counts_opening: ClassVar[bool] = False
    reading: ClassVar[float] = 0.0
    signed_in: ClassVar[dict[str, Visitor]] = {}

    def __init__(self, installation: Installation, adviser: Adviser) -> None:
        self.adviser = adviser
        self.path = f"/caseload/{adviser.pairing}/"
        if adviser.code not in self.signed_in:
            self.signed_in[adviser.code] = sign_in(installation, adviser)
        self.visitor = self.signed_in[adviser.code]
        # The same text twice in a row would be taken for a double click.
        self.text = f"{next(ANSWERS)}. {TEXT}"
        self.page = ""

    def open(self) -> None:
        self.visitor.get(self.path)

    def finish(self) -> None:
        self.visitor.post(f"{self.path}messages/", ends_at=self.path, text=self.text)
        self.page = self.visitor.get(self.path).body

    def check(self) -> None:
        if self.text.partition("\n")[0] not in self.page:
            raise WentWrong("The answer does not stand in the conversation.")


def sign_in(installation: Installation, adviser: Adviser) -> Visitor:
    visitor = Visitor(installation)
    visitor.get("/staff/")
    number = pyotp.TOTP(adviser.secret).at(datetime.now(UTC))
    visitor.post("/staff/", ends_at="/staff/", code=adviser.code, number=number)
    return visitor


def found(pattern: re.Pattern[str], page: str) -> list[str]:
    matches = pattern.findall(page)
    if not matches:
        raise WentWrong(f"{pattern.pattern} is not on the page.\n{page[:3000]}")
    return matches
