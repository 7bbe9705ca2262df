"""What a seeker keeps for their papers alone: how an employer reaches them, and what not to ask again."""

from offramp.documents.kinds.kind import Kind, Schema, items
from offramp.paper import contacts

_CONTACT = contacts.blank()
_LINE: Schema = {"type": "string", "maxLength": 300}
MOST_DISMISSED, MOST_REFUSED, MOST_LEFT = 1_000, 300, 250
LONGEST_POSTING = 20_000


def _lines(most: int) -> Schema:
    return {"type": "array", "maxItems": most, "items": _LINE}


PRIVATE = Kind(
    name="private",
    is_private=True,
    schema={
        "type": "object",
        "properties": {
            "title": {"const": ""},
            "contact": {
                "type": "object",
                "properties": {key: _lines(10) if value == [] else _LINE for key, value in _CONTACT.items()},
                "required": list(_CONTACT),
                "additionalProperties": False,
            },
            "dismissed": _lines(MOST_DISMISSED),
            "papers": items(
                {
                    "document": {"type": "string", "minLength": 32, "maxLength": 32},
                    "refused": _lines(MOST_REFUSED),
                    "posting": {"type": "string", "maxLength": LONGEST_POSTING},
                    "left": _lines(MOST_LEFT),
                }
            ),
        },
        "required": ["title", "contact", "dismissed", "papers"],
        "additionalProperties": False,
    },
    blank={"title": "", "contact": _CONTACT, "dismissed": [], "papers": []},
    patterns=tuple(f"contact/{key}" for key, value in _CONTACT.items() if value == ""),
)
