"""What every page knows: the campaign's words, and where the other languages are."""

from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from offramp import campaigns
from offramp.campaigns import tongues
from offramp.pairing import farewell
from offramp.pairing.models import Farewell


def every_page(request: HttpRequest) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    campaign = campaigns.current()
    texts = campaign.texts(language)
    return {
        "campaign": campaign,
        "texts": texts,
        "campaign_name": texts["name"],
        "neutral_name": campaign.neutral_name,
        "language": language,
        "direction": tongues.direction(),
        "other_languages": other_languages(request, language),
        "farewell": SimpleLazyObject(announced),
        "member": request.keyholder.member if hasattr(request, "keyholder") else None,
    }


def announced() -> Farewell | None:
    """The announced end. Without a database there is none: the crisis lines must stand even then."""
    try:
        return farewell.standing()
    except OperationalError:
        return None


def other_languages(request: HttpRequest, language: str) -> list[dict[str, str]]:
    """Where this page stands in each; none where the way there would lose or tell something."""
    if request.method != "GET" or request.resolver_match is None:
        return []
    return [
        {
            "code": code,
            "name": tongues.own_name(code),
            "direction": tongues.direction(code),
            "url": in_language(code, request.path),
        }
        for code, _ in settings.LANGUAGES
        if code != language
    ]


def in_language(code: str, path: str) -> str:
    """The same path in another language; the default language has no prefix."""
    for spoken, _name in settings.LANGUAGES:
        if path.startswith(f"/{spoken}/"):
            path = path.removeprefix(f"/{spoken}")
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"
