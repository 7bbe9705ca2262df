"""The campaign's choices as fields. Before anybody has chosen they look the same to everybody."""

from functools import cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from offramp import campaigns
from offramp.web.help.forms import AskingForm

PARTS = ("help", "about", "adviser")


def fields_of(form: AskingForm) -> dict[str, SafeString]:
    """Rendered once a language while nothing is chosen: sixty fields are half the work of the page."""
    return _chosen(form) if form.is_bound else _untouched(form.language)


@cache
def _untouched(language: str) -> dict[str, SafeString]:
    return _chosen(AskingForm(campaign=campaigns.current(), language=language))


def _chosen(form: AskingForm) -> dict[str, SafeString]:
    context = {"form": form, "texts": form.campaign.texts(form.language)}
    return {part: render_to_string(f"help/choices/{part}.html", context) for part in PARTS}
