"""How often, and in which language; and for whom."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.subscribers import mailings
from offramp.subscribers.models import Subscriber
from offramp.web.address_field import NewAddressField


class WishesForm(forms.Form):
    rhythm = forms.ChoiceField(
        choices=Subscriber.Rhythm.choices, error_messages={"required": _("Choose how often we may write.")}
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(choices=languages())

    @property
    def next_digest(self) -> date:
        return mailings.next_digest(timezone.now().date())


class AskForm(WishesForm):
    email = NewAddressField()


def languages() -> list[tuple[str, str]]:
    return [(code, tongues.own_name(code)) for code in campaigns.current().languages]
