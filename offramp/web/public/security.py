"""security.txt (RFC 9116): where to tell us of a weakness."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp import campaigns


@require_safe
def show(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    campaign = campaigns.current()
    expires = (timezone.now() + timedelta(days=90)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: mailto:{campaign.contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(campaign.languages)}",
        f"Canonical: {settings.ORIGIN}/.well-known/security.txt",
    )
    return HttpResponse("\n".join((*lines, "")), content_type="text/plain; charset=utf-8")
