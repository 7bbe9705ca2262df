"""What these tests do with the cast more than once."""

from offramp.advisers.actions import About
from offramp.pairing import conversation
from offramp.people import enrollment
from offramp.people.models import Role
from tests.cast import TODAY, Person, enrolled

WRITES_ENGLISH = About(languages=("english",))


def enroll_again(adviser: Person, di: Person, ed: Person) -> Person:
    """The adviser lost their code; two organizers vouched for them."""
    invitation = enrollment.propose(
        by=di.member, role=Role.ADVISER, name=adviser.member.name, on=TODAY, replaces=adviser.member
    )
    return enrolled(enrollment.approve(invitation=invitation, by=ed.member, on=TODAY))


def texts_of(seeker: Person) -> list[str]:
    return [said.text for said in conversation.read_as_seeker(by=seeker.keyholder, request=seeker.request)]
