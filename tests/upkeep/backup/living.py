"""Run in a process of its own: lets the cast live in an installation, or tells what is in it, as JSON."""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import django

django.setup()

from django.apps import apps  # noqa: E402 - Django must be ready first
from django.core.management import call_command  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from offramp.notices import queue  # noqa: E402
from offramp.notices.models import Address  # noqa: E402
from offramp.pairing import conversation  # noqa: E402
from offramp.pairing.models import Pairing  # noqa: E402
from offramp.people import codes, enrollment  # noqa: E402
from offramp.people.models import Role  # noqa: E402
from offramp.sealed.codes import Code  # noqa: E402
from offramp.upkeep import database  # noqa: E402
from offramp.upkeep.backup import tables  # noqa: E402
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers  # noqa: E402
from tests.subscribers.waiting import a_mailing, a_subscriber  # noqa: E402
from tests.web.signing_in import seeker_visit, send, staff_visit, words  # noqa: E402

TODAY = timezone.now().date()
FIRST, ANSWER = "I cannot go on at Harbour Street.", "Then let us look for another door, Thursday."


def live() -> dict[str, dict[str, str]]:
    """Ada writes, Bo answers; somebody waits, somebody is on their way onto the staff, a code has died, and a
    letter goes out by mail.
    """
    database.migrate_whole()
    di, ed = two_organizers(today=TODAY)
    bo = an_adviser("Bo", today=TODAY)
    Address.objects.create(member=bo.member, email="bo@harbour.example", language="en")
    ada = a_seeker(FIRST, today=TODAY)
    pairing = paired(ada, bo, di, today=TODAY)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text=ANSWER, on=TODAY)
    a_seeker("I wait as well.", today=TODAY)
    enrollment.propose(by=di.member, role=Role.ADVISER, name="Cy", on=TODAY)
    old, ada.code = ada.code, Code.draw()
    codes.replace(by=Person(old).keyholder, code=ada.code, on=TODAY)
    a_subscriber("reader")
    a_mailing(di.member)
    queue.put(to="reader@x.example", subject="A question", text="Was it you?", about="reply", on=TODAY)
    people = {"Ada": ada, "Bo": bo, "Di": di, "Ed": ed}
    return {name: {"code": str(one.code), "secret": one.secret} for name, one in people.items()}


def visit(code: str) -> dict[str, str]:
    """What a seeker's browser shows once the code is typed, and that they can write."""
    seeker = Person(Code.read(code))
    client = seeker_visit(seeker)
    shown = words(client.get("/place/"))
    send(client, "/place/messages/", {"text": "I am still here."}, form_at="/place/")
    return {"first": shown, "then": words(client.get("/place/"))}


def work(code: str, secret: str) -> dict[str, str]:
    """What an adviser's browser shows: code, number, caseload, the conversation."""
    adviser = Person(Code.read(code), secret)
    client = staff_visit(adviser)
    pairing = Pairing.objects.get(adviser=adviser.member)
    return {"shown": words(client.get(f"/caseload/{pairing.pk}/"))}


def write() -> None:
    """Somebody new asks for help."""
    a_seeker("I am new.", today=TODAY)


def go_back(room: str, migration: str) -> None:
    """A database as an earlier version left it."""
    call_command("migrate", room, migration, verbosity=0)


def columns() -> dict[str, list[list[str]]]:
    """Every row of every table that a backup holds, as text that is the same on both engines."""
    kept = tables.models_after(tables.ran())
    models = {model._meta.label_lower: model for model in apps.get_models()}
    return {
        label: sorted(
            [text_of(value) for value in row]
            for row in models[label]._base_manager.values_list(
                *(field.attname for field in models[label]._meta.local_concrete_fields)
            )
        )
        for label in kept
    }


def text_of(value: object) -> str:
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else repr(value)


QUESTIONS: dict[str, Callable[..., Any]] = {
    "live": live,
    "visit": visit,
    "work": work,
    "write": write,
    "go_back": go_back,
    "columns": columns,
}


def main(question: str, *told: str) -> Any:
    setup_test_environment()
    return QUESTIONS[question](*told)


if __name__ == "__main__":
    os.umask(0o077)
    json.dump(main(*sys.argv[1:]), sys.stdout)
