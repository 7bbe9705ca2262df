"""What a seeker keeps for their papers alone: how an employer reaches them, and what not to ask again."""

from offramp.documents.kinds.kind import Kind, Schema, items
from offramp.paper import contacts

_CONTACT = contacts.blank()
_LINE: Schema = {"type": "string", "maxLength": 300}
_LINES: Schema = {"type": "array", "items": _LINE}
LONGEST_POSTING = 20_000


PRIVATE = Kind(
    name="private",
    is_private=True,
    schema={
        "type": "object",
        "properties": {
            "title": {"const": ""},
            "contact": {
                "type": "object",
                "properties": {
                    key: _LINES | {"maxItems": 10} if value == [] else _LINE
                    for key, value in _CONTACT.items()
                },
                "required": list(_CONTACT),
                "additionalProperties": False,
            },
            "dismissed": _LINES,
            "papers": items(
                {
                    "document": {"type": "string", "minLength": 32, "maxLength": 32},
                    "refused": _LINES,
                    "posting": {"type": "string", "maxLength": LONGEST_POSTING},
                    "left": _LINES,
                }
            ),
        },
        "required": ["title", "contact", "dismissed", "papers"],
        "additionalProperties": False,
    },
    blank={"title": "", "contact": _CONTACT, "dismissed": [], "papers": []},
    patterns=tuple(f"contact/{key}" for key, value in _CONTACT.items() if value == ""),
)
