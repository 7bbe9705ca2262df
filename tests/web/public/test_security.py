"""security.txt says whom to tell, and never expires unnoticed."""

from datetime import datetime, timedelta

from django.utils import timezone

from tests.web.visitors import visitor


def test_it_names_a_contact_and_a_day_in_the_next_months() -> None:
    lines = visitor().get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)

    assert fields["Contact"].startswith("mailto:")
    assert fields["Canonical"] == "https://testserver/.well-known/security.txt"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=60) < expires - timezone.now() < timedelta(days=365)
