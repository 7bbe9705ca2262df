"""Where somebody waits for a mail in vain, the page says how long it may take until one goes again."""

import pytest

from tests.signatures.signed import an_open_letter
from tests.web.signing_in import words
from tests.web.visitors import visitor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/subscription/asked/", "/signatures/a-letter/asked/"])
@pytest.mark.parametrize(
    ("prefix", "said"),
    [("", "try again in a few days."), ("/es", "inténtelo de nuevo dentro de unos días.")],
)
def test_who_got_their_share_of_the_week_is_not_sent_away_until_tomorrow(
    page: str, prefix: str, said: str
) -> None:
    an_open_letter()

    assert said in words(visitor().get(prefix + page))
