"""A content without whoever it is of, text by text."""

from offramp.paper import identity
from offramp.paper.contacts import Contact
from offramp.paper.identity import Owner, Place
from offramp.paper.outline import SECTIONS, Field, Form
from offramp.paper.shapes import ONE_TEXT, Content, Item

_OTHERS = ("x-supervisor", "x-mayContact", "reference")


def part(content: Content, contact: Contact) -> Content:
    """The same, with nothing in it that names its owner."""
    owner = identity.owner(contact)
    basics = {
        key: identity.without(text, owner, Place.INSIDE if key.startswith("x-") else Place.TOP)
        for key, text in content["basics"].items()
    }
    made = content | {
        "title": identity.without(content["title"], owner, Place.TOP),
        "basics": basics,
        "unread": _lines(content["unread"], owner, Place.TOP),
    }
    for section in SECTIONS:
        made[section.key] = [_entry(section.fields, entry, owner) for entry in content[section.key]]
    return made


def _entry(fields: tuple[Field, ...], entry: Item, owner: Owner) -> Item:
    made = dict(entry)
    for field in fields:
        place = Place.OTHERS if field.key in _OTHERS else Place.INSIDE
        if field.form in ONE_TEXT:
            made[field.key] = identity.without(entry[field.key], owner, place)
        else:
            made[field.key] = _lines(entry[field.key], owner, place)
            if field.form is Form.BULLETS:
                made[field.key] = [_proven(one, owner) for one in made[field.key]]
    return made


def _proven(bullet: Item, owner: Owner) -> Item:
    return bullet | {"evidence": identity.without(bullet["evidence"], owner, Place.INSIDE)}


def _lines(items: list[Item], owner: Owner, place: Place) -> list[Item]:
    """Those that said nothing else are left out."""
    made = [item | {"text": identity.without(item["text"], owner, place)} for item in items]
    return [
        now
        for then, now in zip(items, made, strict=True)
        if now["text"] or not then["text"] or now.get("evidence")
    ]
