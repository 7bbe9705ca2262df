"""Django finds the room and its start-up check here."""

from django.apps import AppConfig
from django.core.checks import register

from offramp.letters.checks import letters_read


class LettersConfig(AppConfig):
    name = "offramp.letters"

    def ready(self) -> None:
        register(letters_read)
