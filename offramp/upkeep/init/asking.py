"""One question at the console: asked until the answer holds, or answered by a flag."""

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass

from offramp.upkeep.refusal import Refused


@dataclass(frozen=True)
class Question:
    """A question, the flag that answers it, and what Enter means; without a default it must be answered."""

    flag: str
    words: str
    check: Callable[[str], str]
    default: str | None = None
    shown: str = ""


def settle(question: Question, given: str | None, *, asks: bool) -> str:
    """The answer that holds. Raises Refused when nobody is there to be asked."""
    if not asks:
        return without_asking(question, given)
    if given is None:
        print(f"\n{question.words}")
    while True:
        typed = given if given is not None else line(question)
        try:
            return question.check(typed)
        except Refused as wrong:
            print(f"   {sentence(wrong)}")
            given = None


def without_asking(question: Question, given: str | None) -> str:
    answer = question.default if given is None else given
    if answer is None:
        raise Refused(f"{question.flag} is missing, and it has no usual answer. Nothing was made.")
    try:
        return question.check(answer)
    except Refused as wrong:
        raise Refused(f"{question.flag}: {wrong} Nothing was made.") from None


def line(question: Question) -> str:
    """What was typed, or the usual answer for a mere Enter."""
    usual = question.shown or question.default
    while True:
        typed = read(f"   [{usual}] > " if usual else "   > ")
        if typed or question.default is not None:
            return typed or question.default or ""
        print("   This needs an answer. Ctrl-C stops, and nothing is made.")


def read(prompt: str, *, hidden: bool = False) -> str:
    """Raises Refused when whoever typed has gone."""
    try:
        typed = getpass.getpass(prompt) if hidden and sys.stdin.isatty() else input(prompt)
    except EOFError:
        print()
        raise Refused("the answers ended too early. Nothing was made.") from None
    return typed.strip()


def agrees(question: str, *, usually: bool) -> bool:
    typed = read(f"   {question} [{'yes' if usually else 'no'}] > ").lower()
    return typed in ("y", "yes") if typed else usually


def sentence(refused: Refused) -> str:
    """As it stands alone; what begins with the name of a file keeps it."""
    told = str(refused)
    return told[0].upper() + told[1:] if told.split(maxsplit=1)[0].isalpha() else told
