"""`offramp demo`: makes the demonstration, prints who is in it, and serves it on this machine."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from offramp import campaigns
from offramp.people.models import Member, Role
from offramp.upkeep import database, letters, serve
from offramp.upkeep.demo import notebook, post, readers, stage, story, surroundings
from offramp.upkeep.demo.notebook import Note


def run(_asked: Namespace) -> int:
    campaigns.current()
    print("Making the demonstration …", flush=True)
    database.migrate_whole()
    notes = stage.play(story.read(), now=timezone.now())
    letters.bring_new()
    readers.play(organizer=Member.objects.filter(role=Role.ORGANIZER).earliest("name"), now=timezone.now())
    post.subscribe(on=timezone.now().date())
    notebook.write(surroundings.NOTEBOOK, notes)
    print(introduction(notes, at=timezone.now()))
    port = surroundings.port(settings.ORIGIN)
    post.begin()
    return serve.run(Namespace(host="127.0.0.1", port=port, workers=1, certificate=None, key=None))


def introduction(notes: Iterable[Note], *, at: datetime) -> str:
    notes = list(notes)
    staff = [note for note in notes if note.secret]
    seekers = [note for note in notes if not note.secret]
    return "\n".join(
        [
            f"\nEverything in it is invented, every code is new. Front page: {settings.ORIGIN}/",
            f"\nStaff come in at {settings.ORIGIN}/staff/ with a code and a number:",
            *(f"\n  {person(note)}\n      {number(note, at)}" for note in staff),
            f"\nSomebody's number later: make demo-number NAME={staff[0].name}",
            f"\nSeekers come back at {settings.ORIGIN}/return/ with a code:",
            *(f"\n  {person(note)}" for note in seekers),
            "\nWhat would be mailed is shown here; nothing leaves this machine.",
            "\nCtrl+C ends it; the next “make demo” begins anew.\n",
        ]
    )


def person(note: Note) -> str:
    return f"{note.name}: {note.shows}\n      {note.code}"


def number(note: Note, at: datetime) -> str:
    digits, seconds = note.number(at=at)
    return f"{digits}, for {seconds} more seconds"
