"""A small campaign that ended yesterday; `python -m tests.upkeep.a_campaign` fills a database with it."""

from datetime import timedelta

import django
from django.utils import timezone


def fill() -> None:
    """Ada is paired with Canaryname, Gus waits; Di and Ed organize."""
    from offramp.advisers import actions as advisers  # noqa: PLC0415 - models, before Django is ready
    from offramp.notices import actions as notices  # noqa: PLC0415
    from offramp.pairing import advice, conversation, front_desk  # noqa: PLC0415
    from offramp.pairing.models import Farewell  # noqa: PLC0415
    from offramp.upkeep import database  # noqa: PLC0415
    from tests import cast  # noqa: PLC0415

    today = timezone.now().date()
    database.migrate_whole()
    di, _ed = cast.two_organizers(today=today)
    bo = cast.an_adviser("Canaryname", today=today)
    advisers.describe(by=bo.keyholder, about=advisers.About(), capacity=2, is_away=False)
    notices.keep_address(by=bo.member, email="canarymail@example.org", language="en")
    ada, _gus = cast.a_seeker("Help.", today=today), cast.a_seeker("Me too.", today=today)
    pairing = cast.paired(ada, bo, di, today=today)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Hello.", on=today)
    advice.ask(by=bo.keyholder, text="What do I say?", on=today)
    front_desk.pause(by=di.member, text="Canarypause", on=today)
    Farewell.objects.create(on=today - timedelta(days=31), last_day=today - timedelta(days=1))


if __name__ == "__main__":
    django.setup()
    fill()
