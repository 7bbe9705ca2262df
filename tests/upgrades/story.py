"""What happened in a released version, and what today's code tells those it belongs to."""

from datetime import datetime

from offramp.pairing import conversation
from offramp.pairing.models import Pairing, Request
from offramp.people import sign_in
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.people.second_factor import Number
from tests.cast import TODAY, Person, a_seeker, an_adviser, paired, two_organizers

CANARY = "A canary wrote this, and wants to read it again after every upgrade."
ANSWER = "We read you, canary."
WAITING = "Somebody else waits for an adviser."
TOLD = {"Canary": [CANARY, ANSWER], "Bo": [CANARY, ANSWER], "Waiting": [WAITING], "Di": [WAITING]}


def play() -> dict[str, Person]:
    """Two organizers, an adviser in a conversation, and a request that nobody is paired with yet."""
    di, ed = two_organizers()
    bo, canary, waiting = an_adviser("Bo"), a_seeker(CANARY), a_seeker(WAITING)
    pairing = paired(canary, bo, di)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text=ANSWER, on=TODAY)
    return {"Di": di, "Ed": ed, "Bo": bo, "Canary": canary, "Waiting": waiting}


def told(people: dict[str, Person], *, at: datetime) -> dict[str, list[str]]:
    """What they read who sign in with the codes they wrote down then."""
    canary, waiting = (sign_in.seeker(people[name].code) for name in ("Canary", "Waiting"))
    bo, di = (staff(people[name], at) for name in ("Bo", "Di"))
    pairing = Pairing.objects.for_adviser(bo.member).get()
    found = {
        "Canary": conversation.read_as_seeker(by=canary, request=request_of(canary)),
        "Bo": conversation.read_as_adviser(by=bo, pairing=pairing),
        "Waiting": conversation.read_as_seeker(by=waiting, request=request_of(waiting)),
        "Di": conversation.read_as_front_desk(by=FrontDesk.opened_by(di), request=request_of(waiting)),
    }
    return {name: [one.text for one in said] for name, said in found.items()}


def staff(person: Person, at: datetime) -> Keyholder:
    return sign_in.staff(person.code, proof=Number(person.number(at=at)), at=at)


def request_of(seeker: Keyholder) -> Request:
    return Request.objects.get(seeker=seeker.member)
