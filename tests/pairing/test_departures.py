"""Of somebody on the staff whose account ended a name is left, and nothing else."""

from offramp.advisers.models import Profile
from offramp.notices import actions as notices
from offramp.notices.models import Address
from offramp.pairing import advice, departures, endings
from offramp.pairing.models import Question
from offramp.people import front_desk
from offramp.people.models import Envelope, Member
from tests.cast import TODAY, Person, an_organizer


def test_a_removed_adviser_leaves_no_address_profile_or_question(bo: Person, cy: Person, di: Person) -> None:
    for person in (bo, cy):
        notices.keep_address(by=person.member, email=f"{person.member.name}@x.example", language="en")
    advice.ask(by=bo.keyholder, text="How do I begin?", on=TODAY)

    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    assert list(Address.objects.values_list("email", flat=True)) == ["Cy@x.example"]
    assert list(Profile.objects.values_list("member__name", flat=True)) == ["Cy"]
    assert not Question.objects.exists()
    assert Envelope.objects.filter(kind="profile").count() == 2  # Cy's, for Cy and the front desk
    assert Member.objects.filter(name="Bo").exists()


def test_purge_forgets_an_organizer_who_was_removed(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    notices.keep_address(by=fay.member, email="fay@x.example", language="en")
    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)

    assert (departures.forget(), departures.forget()) == (1, 0)
    assert not Address.objects.exists()
