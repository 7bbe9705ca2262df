"""Who gets the letters and who seeks help are two worlds: no table leads from one to the other."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from offramp.subscribers.models import Delivery, Ending, Mailing, Subscriber

ROOMS_OF_SEEKERS = ("people", "pairing", "threads", "documents", "advisers")


def points_at(model: type[Model]) -> Iterator[type[Model]]:
    for field in model._meta.local_fields:
        if field.related_model:
            yield field.related_model


def reached_from(models: set[type[Model]]) -> set[type[Model]]:
    found, new = set(models), set(models)
    while new:
        new = {target for model in new for target in points_at(model)} - found
        found |= new
    return found


def test_no_table_of_seekers_leads_to_a_subscriber() -> None:
    seekers = {model for room in ROOMS_OF_SEEKERS for model in apps.get_app_config(room).get_models()}

    assert reached_from(seekers) & {Subscriber, Delivery, Mailing, Ending} == set()


def test_a_subscriber_leads_to_nothing() -> None:
    assert reached_from({Subscriber, Ending}) == {Subscriber, Ending}


def test_only_a_mail_on_its_way_leads_to_a_subscriber() -> None:
    assert {model for model in apps.get_models() if Subscriber in points_at(model)} == {Delivery}


def test_beyond_a_mail_on_its_way_stands_only_who_asked_for_it() -> None:
    """A member of the staff, known by the letter they sent; their own table leads no further."""
    beyond = reached_from({Delivery}) - {Delivery, Subscriber, Mailing}

    assert {model._meta.label for model in beyond} == {"letters.Letter", "people.Member"}
