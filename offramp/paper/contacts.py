"""Who a résumé is of: asked for at export, put into the file, and kept nowhere in a content."""

from typing import Any

from offramp.paper import resumes

Contact = dict[str, Any]

_PLAIN = ("name", "email", "phone", "url")
# In the contact, and in the location of JSON Resume.
_PLACE = {
    "address": "address",
    "city": "city",
    "region": "region",
    "postalCode": "postalCode",
    "country": "countryCode",
}


def blank() -> Contact:
    return dict.fromkeys((*_PLAIN, *_PLACE), "") | {"profiles": []}


def read(basics: dict[str, Any]) -> Contact:
    """Out of the basics of a checked résumé."""
    location = basics.get("location") or {}
    if said := location.get("x-country"):  # what a reader of files found, however it was written
        location = {"x-countryCode": said} | location
    return (
        {key: resumes.text(basics, key) for key in _PLAIN}
        | {key: resumes.text(location, theirs) for key, theirs in _PLACE.items()}
        | {"profiles": [shown for one in basics.get("profiles") or [] if (shown := _profile(one))]}
    )


def basics(contact: Contact) -> dict[str, Any]:
    """The same as basics of a résumé, without what was left empty."""
    found: dict[str, Any] = {
        resumes.key_for(key, contact[key]): contact[key] for key in _PLAIN if contact.get(key)
    }
    location = {
        resumes.key_for(theirs, contact[key]): contact[key]
        for key, theirs in _PLACE.items()
        if contact.get(key)
    }
    profiles = [{resumes.key_for("url", one): one} for one in contact.get("profiles") or [] if one]
    return found | ({"location": location} if location else {}) | ({"profiles": profiles} if profiles else {})


def _profile(profile: dict[str, Any]) -> str:
    """Where it is, or else under which name."""
    named = ": ".join(filter(None, (profile.get("network"), profile.get("username"))))
    return resumes.text(profile, "url") or named
