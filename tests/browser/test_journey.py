"""The main job, from the first message to burning, as most seekers come: on a phone, without JavaScript."""

import pytest

from tests.browser.conftest import OpenPage
from tests.browser.main_job import main_job
from tests.browser.servers import Server


@pytest.mark.engine
def test_a_person_who_wants_to_leave_is_paired_and_the_two_talk(server: Server, open_page: OpenPage) -> None:
    main_job(server, open_page, javascript=False)
