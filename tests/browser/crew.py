"""Staff who enrolled before a story begins that is not about enrolling: made by the acts that pages call."""

import json
import sys
from dataclasses import dataclass

import django
from playwright.sync_api import Page

from tests.browser.people import Somebody
from tests.browser.servers import Server

KINDS = ("skill", "language")


@dataclass(frozen=True)
class Enrolled:
    """What somebody of the staff keeps at home."""

    code: str
    secret: str

    def sits_down(self, page: Page) -> Somebody:
        somebody = Somebody(page)
        self.comes_in(somebody)
        return somebody

    def comes_in(self, somebody: Somebody) -> None:
        somebody.words, somebody.secret = self.code.split(), self.secret
        somebody.sign_in_as_staff()


def crew(server: Server, *advisers: str) -> dict[str, Enrolled]:
    """Di and Ed, who hold the front desk's key, and advisers with these names, who can do everything."""
    told = server.run(sys.executable, "-m", "tests.browser.crew", *advisers).stdout
    return {name: Enrolled(*kept) for name, kept in json.loads(told).items()}


def main() -> None:
    django.setup()
    from django.utils import timezone  # noqa: PLC0415 the settings are the server's

    from offramp import campaigns  # noqa: PLC0415
    from offramp.advisers.actions import About  # noqa: PLC0415
    from tests import cast  # noqa: PLC0415

    today = timezone.now().date()
    able = {kind: tuple(one.id for one in campaigns.current().choices(kind, "en")) for kind in KINDS}
    about = About(skills=able["skill"], languages=able["language"])
    people = dict(zip(("Di", "Ed"), cast.two_organizers(today=today), strict=True))
    people |= {name: cast.an_adviser(name, about=about, today=today) for name in sys.argv[1:]}
    sys.stdout.write(json.dumps({name: (str(person.code), person.secret) for name, person in people.items()}))


if __name__ == "__main__":
    main()
