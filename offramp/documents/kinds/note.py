"""A note: a title and paragraphs."""

from offramp.documents.kinds.kind import TITLE, Kind, items

NOTE = Kind(
    name="note",
    schema={
        "type": "object",
        "properties": {"title": TITLE, "paragraphs": items({"text": {"type": "string"}})},
        "required": ["title", "paragraphs"],
        "additionalProperties": False,
    },
    blank={"title": "", "paragraphs": [{"id": "1", "text": ""}]},
    patterns=("title", "paragraphs/*"),
)
