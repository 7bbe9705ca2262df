"""Cookies: one on pages with a form, exactly as it was sent, and none anywhere else."""

from collections.abc import Iterator
from functools import partial

from django.templatetags.static import static

from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, broken, good
from offramp.upkeep.doctor.outside.visitor import Answer, Visitor

WHY = "A cookie on the device is a trace of who was here; one without its flags can be read on the way."
PUBLIC = ("/", "/now/", "/nothing/here/")


def checks(visitor: Visitor) -> Checks:
    return {"cookies.public": partial(none_in_public, visitor), "cookies.form": partial(of_the_form, visitor)}


def none_in_public(visitor: Visitor) -> Iterator[Finding]:
    for path in (*PUBLIC, static("offramp.css")):
        if found := visitor.ask(path).first("set-cookie"):
            what = f"A cookie is set on {path}, where there is none of ours: {found.partition('=')[0]}."
            yield broken(what, why=WHY, mend=mends.PROXY)
            return
    yield good("Public pages set no cookie.")


def of_the_form(visitor: Visitor) -> Iterator[Finding]:
    heard, sent = (described(answer) for answer in (visitor.ask("/return/"), visitor.ask_at_home("/return/")))
    if heard == sent:
        yield good("The form's cookie arrives with all its flags.")
    else:
        told = "; ".join(sorted(heard)) or "none"
        yield broken(
            f"The form's cookie is not as it was sent. It arrives so: {told}.", why=WHY, mend=mends.PROXY
        )


def described(answer: Answer) -> set[str]:
    """Names and flags: the value is drawn anew each time."""
    found = set()
    for cookie in answer.all("set-cookie"):
        name, *flags = (part.strip() for part in cookie.split(";"))
        found.add(", ".join([name.partition("=")[0], *sorted(flag.lower() for flag in flags)]))
    return found
