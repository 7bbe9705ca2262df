"""A few words in one column."""

from collections.abc import Iterable

from django.db import models


class Words(models.TextField):  # type: ignore[type-arg] # only its stubs take types
    """None of them holds a space. No JSON: our SQLite refuses to trust a schema that checks it."""

    def from_db_value(self, value: str | None, *_: object) -> list[str]:
        """None where a join found no row."""
        return (value or "").split()

    def to_python(self, value: str | Iterable[str]) -> list[str]:
        return value.split() if isinstance(value, str) else list(value)

    def get_prep_value(self, value: str | Iterable[str]) -> str:
        return " ".join(self.to_python(value))
