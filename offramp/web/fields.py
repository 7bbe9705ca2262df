"""Forms of several fields: so that none of them is lost when a visit ends, or its page is gone."""

from django.http import QueryDict

# The names of such fields begin with this; a form of one text has it under `text`.
BEGINNING = "field-"

# What a form carries along or lets choose; every other field is words.
NOT_TYPED = {"draft", "base", "after", "purpose", "language", "design", "paper", "resume", "form", "keep"}

Fields = dict[str, str]


def is_typed(name: str) -> bool:
    """Whether a field holds words of whoever sent it, a reason beside a text among them."""
    return name == "reason" or (name.startswith(BEGINNING) and name.removeprefix(BEGINNING) not in NOT_TYPED)


def posted(posted: QueryDict) -> Fields:
    """What was typed; never more than one form can send."""
    return {name: posted.get(name, "") for name in posted if name.startswith(BEGINNING)}


def in_one(fields: Fields) -> str:
    """Where their form is gone, they are one text."""
    return "\n\n".join(value for value in fields.values() if value.strip())
