"""Where a request stands, as its seeker is told on every visit."""

from dataclasses import dataclass
from enum import StrEnum

from offramp.pairing import successors
from offramp.pairing.models import Farewell, Handover, Pairing, Request
from offramp.threads import actions as threads
from offramp.threads.models import Author


class State(StrEnum):
    RECEIVED = "received"
    LOOKING = "looking"
    ANOTHER = "another"  # an earlier adviser is gone, and another one is looked for
    ASKED = "asked"  # the front desk wrote last
    ENDING = "ending"  # the campaign ends, and nobody is looked for any more
    CLOSED = "closed"
    SET_ASIDE = "set-aside"  # taken for junk; a word of the seeker's brings it back
    GONE = "gone"  # the adviser can no longer help
    NEW_KEYS = "new-keys"  # the adviser lost their code and enrolled again
    HANDOVER = "handover"  # the adviser wrote a summary and would pass on
    PAIRED = "paired"
    ANSWERED = "answered"  # the adviser wrote last


ON_THE_WAY = (State.RECEIVED, State.LOOKING, State.ANOTHER, State.ASKED)
WITH_ADVISER = (State.HANDOVER, State.PAIRED, State.ANSWERED)
MUST_DECIDE = (State.GONE, State.NEW_KEYS)


@dataclass(frozen=True)
class Standing:
    """A state, and whom it is about."""

    state: State
    pairing: Pairing | None = None
    successor: str = ""  # what the adviser's new account is called
    handover: Handover | None = None
    may_open_earlier: bool = False  # a new adviser does not read what came before, unless the seeker says so

    @property
    def is_received(self) -> bool:
        return self.state == State.RECEIVED

    @property
    def is_looking(self) -> bool:
        """Somebody opened it, and nobody is found yet."""
        return self.state in (State.LOOKING, State.ANOTHER, State.ASKED)

    @property
    def is_paired(self) -> bool:
        return self.state == State.PAIRED

    @property
    def is_on_the_way(self) -> bool:
        return self.state in ON_THE_WAY

    @property
    def has_adviser(self) -> bool:
        return self.state in WITH_ADVISER

    @property
    def may_change(self) -> bool:
        return self.has_adviser or self.must_decide

    @property
    def must_decide(self) -> bool:
        """Nobody would read what the seeker writes before they say how to go on."""
        return self.state in MUST_DECIDE


def of(*, request: Request) -> Standing:
    pairing = request.pairings.live().select_related("adviser__departure", "handover").first()
    return Standing(_unpaired(request)) if pairing is None else _paired(request, pairing)


def _unpaired(request: Request) -> State:
    if not request.is_with_front_desk():
        return State.GONE
    if request.is_swept:
        return State.SET_ASIDE
    if request.is_closed:
        return State.CLOSED
    if threads.last_author(request.thread) == Author.FRONT_DESK:
        return State.ASKED
    return _nobody_yet(request)


def _nobody_yet(request: Request) -> State:
    if Farewell.objects.exists():
        return State.ENDING
    if successors.has_earlier(request=request):
        return State.ANOTHER
    return State.LOOKING if request.is_read else State.RECEIVED


def _paired(request: Request, pairing: Pairing) -> Standing:
    if not pairing.adviser.is_active:
        new = successors.successor(pairing=pairing)
        return Standing(State.NEW_KEYS if new else State.GONE, pairing, successor=new.name if new else "")
    handover = getattr(pairing, "handover", None)
    may_open = not pairing.may_read_earlier and successors.has_earlier(request=request)
    state = State.HANDOVER if handover else State.PAIRED
    if state == State.PAIRED and threads.last_author(request.thread) == Author.ADVISER:
        state = State.ANSWERED
    return Standing(state, pairing, handover=handover, may_open_earlier=may_open)
