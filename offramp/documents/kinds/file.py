"""A file that was brought along: what it is, what was removed from it, and the key that opens it."""

from offramp.documents.kinds.kind import TITLE, Kind, items

FILE = Kind(
    name="file",
    schema={
        "type": "object",
        "properties": {
            "title": TITLE,
            "files": items(
                {
                    "name": {"type": "string", "maxLength": 200},
                    "media": {"type": "string", "maxLength": 100},
                    "size": {"type": "integer", "minimum": 0},
                    "removed": {"type": "array", "maxItems": 200},
                    "pages": {"type": "integer", "minimum": 0},
                    "picture_media": {"type": "string", "maxLength": 100},
                    "file": {"type": "string", "minLength": 32, "maxLength": 32},
                    "key": {"type": "string", "minLength": 64, "maxLength": 64},
                },
                most=1,
            ),
        },
        "required": ["title", "files"],
        "additionalProperties": False,
    },
    blank={"title": "", "files": []},
    patterns=("title",),
    forgets=("files/*/name",),  # the one it had on a device, which may be its owner's
)
