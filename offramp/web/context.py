"""What every page knows: the campaign's words, and where the other language is."""

from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_bidi, get_language_info

from offramp import campaigns
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
        "direction": "rtl" if get_language_bidi() else "ltr",
        "other_language": other_language(request, language, campaign.languages),
        "farewell": SimpleLazyObject(announced),
        "member": request.keyholder.member if hasattr(request, "keyholder") else None,
    }


def announced() -> Farewell | None:
    """The announced end. Without a database there is none: the crisis lines must stand even then."""
    try:
        return farewell.standing()
    except OperationalError:
        return None


def other_language(request: HttpRequest, language: str, spoken: tuple[str, ...]) -> dict[str, str] | None:
    """Where this page stands in the next language; None where the way there would lose or tell something."""
    if request.method != "GET" or request.resolver_match is None:
        return None
    code = next((code for code in spoken if code != language), None)
    if code is None:
        return None
    name = str(get_language_info(code)["name_local"]).capitalize()
    return {"code": code, "name": name, "url": in_language(code, request.path)}


def in_language(code: str, path: str) -> str:
    """The same path in another language; the default language has no prefix."""
    for spoken, _name in settings.LANGUAGES:
        if path.startswith(f"/{spoken}/"):
            path = path.removeprefix(f"/{spoken}")
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"
