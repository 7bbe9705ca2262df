"""From JSON to a file that can be sent."""

import argparse
import json
from pathlib import PurePath

from offramp.paper import letters, writing
from offramp.paper.commands import ends
from offramp.paper.commands.ends import STANDARD, Refused, WrongUse
from offramp.paper.resumes import NotAResume
from offramp.paper.writing import Form, Written
from offramp.paper.writing.scripts import CannotShow

_LARGEST = 5_000_000  # bytes; the longest résumé that is taken is far below


def act(asked: argparse.Namespace) -> None:
    """Raises Refused."""
    form = _form(asked)
    if asked.design and asked.design not in writing.designs():
        raise WrongUse(f"There is no design “{asked.design}”: choose from {', '.join(writing.designs())}.")
    ends.insist_on_two(asked.input, asked.output)
    written = _with_wishes(_document(asked.input), asked)
    try:
        sheet = writing.sheet_of(written)
        if not (sheet.name or asked.without_name or form is Form.JSON):
            raise Refused(
                f"{asked.input} has no name yet: write it under basics, name; "
                "or add --without-name to write the file all the same."
            )
        made = writing.write(written, form, design=asked.design, paper=asked.paper)
    except NotAResume as refused:
        raise Refused(f"{asked.input} cannot be written: {refused}") from None
    except CannotShow as refused:
        raise Refused(_unshown(refused)) from None
    ends.put(asked.output, made)


def _form(asked: argparse.Namespace) -> Form:
    ending = PurePath(asked.output).suffix.lstrip(".").lower()
    if asked.form:
        return Form(asked.form)
    if ending not in list(Form):
        raise WrongUse(
            f"What {'standard output' if asked.output == STANDARD else asked.output} shall be is not clear: "
            f"end its name with .{', .'.join(Form)}, or add --form."
        )
    return Form(ending)


def _document(name: str) -> Written:
    content = ends.taken(name, _LARGEST)
    if len(content) > _LARGEST:
        raise Refused(f"{name} has more than {_LARGEST // 1_000_000} MB; no résumé has.")
    try:
        document: Written = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(f"{name} is no text in UTF-8, so it cannot be JSON.") from None
    except json.JSONDecodeError as error:
        raise Refused(f"{name} is no JSON: {error.msg}, line {error.lineno}, column {error.colno}.") from None
    except (RecursionError, ValueError):
        raise Refused(f"{name} is no JSON that a résumé could be: too deep, or a number too long.") from None
    return document


def _with_wishes(written: Written, asked: argparse.Namespace) -> Written:
    """What the command line says goes before what the file says."""
    if not isinstance(written, dict):
        return written
    if letters.is_letter(written):
        letter = written["x-letter"]
        if asked.language and isinstance(letter, dict):
            return written | {"x-letter": letter | {"language": asked.language}}
        return written
    wishes = {"x-purpose": asked.purpose, "x-language": asked.language}
    return written | {key: wish for key, wish in wishes.items() if wish}


def _unshown(refused: CannotShow) -> str:
    shown = " ".join(refused.characters[:12])
    return (
        f"Our fonts cannot show {shown} ({', '.join(refused.scripts)}), so no PDF was written. "
        "A .docx or .txt can hold them."
    )
