"""Marks in a text what must not leave: people, numbers, systems and places that are not one's own to tell."""

from offramp.paper.care.marking import Mark, marks
from offramp.paper.care.rules import KINDS, Kind, Rules

__all__ = ["KINDS", "Kind", "Mark", "Rules", "marks"]
