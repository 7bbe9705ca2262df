"""The invented people and their weeks, as the two files beside this one tell them."""

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from offramp.advisers.actions import About


@dataclass(frozen=True)
class Step:
    """Somebody did something, so many days ago."""

    days_ago: int
    by: str
    act: str
    to: str = ""
    text: str = ""


@dataclass(frozen=True)
class Seeker:
    nickname: str
    shows: str
    days_ago: int
    text: str
    asked: dict[str, Any]
    is_confirmed: bool = True
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Adviser:
    name: str
    capacity: int
    about: About


@dataclass(frozen=True)
class Question:
    adviser: str
    days_ago: int
    text: str
    answer: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    organizers: tuple[str, ...]
    advisers: tuple[Adviser, ...]
    questions: tuple[Question, ...]
    seekers: tuple[Seeker, ...]


def read() -> Story:
    staff, seekers = load("staff.toml"), load("seekers.toml")
    return Story(
        organizers=tuple(staff["organizers"]),
        advisers=tuple(adviser(one) for one in staff["adviser"]),
        questions=tuple(Question(**one) for one in staff["question"]),
        seekers=tuple(seeker(one) for one in seekers["seeker"]),
    )


def load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("offramp.upkeep.demo").joinpath(name).read_text("utf-8"))


def adviser(told: dict[str, Any]) -> Adviser:
    return Adviser(told.pop("name"), told.pop("capacity"), About(**frozen(told)))


def seeker(told: dict[str, Any]) -> Seeker:
    steps = tuple(Step(**one) for one in told.pop("step", []))
    own = {name: told.pop(name) for name in ("shows", "days_ago", "text", "is_confirmed") if name in told}
    return Seeker(nickname=told["nickname"], asked=frozen(told), steps=steps, **own)


def frozen(told: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
