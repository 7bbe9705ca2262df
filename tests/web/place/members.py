"""What these tests do with the cast more than once."""

from offramp.advisers.actions import About
from offramp.pairing import conversation
from tests.cast import Person, a_colleague

WRITES_ENGLISH = About(languages=("english",))


def enroll_again(adviser: Person) -> Person:
    """The adviser lost their code; two organizers vouched for them."""
    return a_colleague(adviser.member.name, replaces=adviser)


def texts_of(seeker: Person) -> list[str]:
    return [said.text for said in conversation.read_as_seeker(by=seeker.keyholder, request=seeker.request)]
