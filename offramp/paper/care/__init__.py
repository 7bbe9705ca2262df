"""Marks in a text what must not leave: people, numbers, systems and places that are not one's own to tell."""

from offramp.paper.care.marking import Mark, marks
from offramp.paper.care.rules import KINDS, OF_THE_OWNER, Kind, Rules

__all__ = ["KINDS", "OF_THE_OWNER", "Kind", "Mark", "Rules", "marks"]
