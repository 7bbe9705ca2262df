"""From an old file to JSON Resume."""

import argparse
import json

from offramp.files import limits, refusals
from offramp.files.refusals import NotConfined, NotTaken
from offramp.paper import reading, resumes
from offramp.paper.commands import ends
from offramp.paper.commands.ends import Refused, WrongUse
from offramp.paper.reading import NoText, Read
from offramp.paper.resumes import NotAResume

_WHY: dict[type[NotTaken], str] = {
    refusals.Empty: "it is empty",
    refusals.TooLarge: f"it has more than {limits.LARGEST_FILE // limits.MIB} MB",
    refusals.NotRecognised: "it is no PDF, DOCX, ODT, JSON or text",
    refusals.Encrypted: "it opens with a password only; save it without one",
    refusals.TooManyPages: f"it has more than {limits.MOST_PAGES} pages",
    refusals.TooMuchInside: "it unfolds into more than a résumé can hold",
    refusals.Broken: "it is damaged",
    refusals.TookTooLong: "it took too long",
}
_BROUGHT = (".pdf", ".docx", ".odt", ".txt", ".doc", ".rtf")

_WARNINGS = {
    "shortened": "The file is very long, and its end was not read.",
    "no sections": "No positions and no schools were recognised; what was found stands under x-unread.",
}


def act(asked: argparse.Namespace) -> None:
    """What was not understood stands under x-unread. Raises Refused.

    Name and contact stand under basics: it is a person's own file on their own machine; only the desk
    keeps them apart.
    """
    if asked.output.lower().endswith(_BROUGHT):
        raise WrongUse(f"{asked.output} would hold JSON: end its name with .json.")
    ends.insist_on_two(asked.input, asked.output)
    content = ends.taken(asked.input, limits.LARGEST_FILE)
    try:
        found = _read(content, asked.input)
        resumes.check(found.resume)
    except NoText:
        raise Refused(
            f"{asked.input} holds pictures of text and no text, as a scan does. Nothing was guessed: "
            "type it anew, or bring the file it was printed from."
        ) from None
    except NotAResume as refused:
        raise Refused(f"{asked.input} is no résumé as it stands: {refused}") from None
    except NotTaken as refused:
        raise Refused(f"{asked.input} was not read: {_WHY.get(type(refused), 'it was refused')}.") from None
    for warning in found.warnings:
        ends.say(_WARNINGS.get(warning, warning))
    ends.put(asked.output, (json.dumps(found.resume, ensure_ascii=False, indent=2) + "\n").encode())


def _read(content: bytes, name: str) -> Read:
    """Behind two locks; where this machine has only one, a person may still read a file of their own."""
    try:
        return reading.read(content, name=name)
    except NotConfined:
        ends.say(
            "Bubblewrap is missing or may not run here: the file is read with limits of time and memory "
            "alone, so do this only with one you trust."
        )
        return reading.read(content, name=name, is_confined=False)
