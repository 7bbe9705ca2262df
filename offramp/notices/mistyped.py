"""A slip of the finger in a domain that many people have: asked about, never corrected unasked."""

WELL_KNOWN = (
    "comcast.net",
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "icloud.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "verizon.net",
    "yahoo.com",
)
# One letter away from one of them, and domains of their own.
AS_WELL_KNOWN = ("cloud.com", "email.com", "fmail.com", "mail.com", "ymail.com")


def meant(address: str) -> str:
    """The address that was probably meant; empty where there is nothing to ask."""
    local, _, domain = address.rpartition("@")
    if domain in (*WELL_KNOWN, *AS_WELL_KNOWN):
        return ""
    near = (known for known in WELL_KNOWN if _is_one_slip(domain, known))
    return next((f"{local}@{known}" for known in near), "")


def _is_one_slip(typed: str, known: str) -> bool:
    """One letter too many, too few or another, or two that changed places."""
    if abs(len(typed) - len(known)) > 1:
        return False
    if len(typed) != len(known):
        shorter, longer = sorted((typed, known), key=len)
        return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    others = [at for at in range(len(typed)) if typed[at] != known[at]]
    first, last = others[0], others[-1]
    is_swapped = last == first + 1 and typed[first : last + 1] == known[last] + known[first]
    return len(others) == 1 or is_swapped
