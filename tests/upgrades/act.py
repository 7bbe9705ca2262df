"""One act on the database that DATABASE_URL names: `keep FILE`, `bring FILE` or `tell FILE`."""

import json
import sys
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import timezone

from tests import environment  # noqa: F401 - settles what Django reads next

django.setup()

from offramp.sealed.codes import Code  # noqa: E402
from tests.cast import Person  # noqa: E402
from tests.upgrades import rows, story  # noqa: E402


def keep(file: Path) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    people = story.play()
    codes = {name: {"code": str(one.code), "secret": one.secret} for name, one in people.items()}
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"people": codes, **rows.keep()}, indent=1) + "\n")


def bring(file: Path) -> None:
    rows.bring(json.loads(file.read_text()))


def tell(file: Path) -> None:
    codes = json.loads(file.read_text())["people"]
    people = {name: Person(Code.read(one["code"]), one["secret"]) for name, one in codes.items()}
    sys.stdout.write(json.dumps(story.told(people, at=timezone.now())))


if __name__ == "__main__":
    {"keep": keep, "bring": bring, "tell": tell}[sys.argv[1]](Path(sys.argv[2]))
