"""What a campaign says in several languages, as far as papers carry it along."""

from collections.abc import Mapping

Said = Mapping[str, str]


def in_language(said: Said, language: str) -> str:
    """In this language, or its parent ("es-mx", "es"), or the first one there is."""
    parent, _, _ = language.partition("-")
    return said.get(language) or said.get(parent) or next(iter(said.values()))
