"""Leaving in one press: the visit ends, the browser forgets, and something harmless is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from offramp.web.forgetting import forget

# The weather interests everybody, and nobody wonders about it.
ELSEWHERE = "https://www.weather.gov/"


@csrf_exempt  # leaving must work with a stale page too; what another site sends is refused below
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Ask on GET; on POST end the visit and go elsewhere."""
    if request.method != "POST" or request.headers.get("Sec-Fetch-Site") == "cross-site":
        return render(request, "public/leave.html")
    request.session.flush()
    answer = forget(render(request, "public/left.html", {"elsewhere": ELSEWHERE}))
    # Not a redirect: form-action 'self' would stop one to another site.
    answer["Refresh"] = f"0; url={ELSEWHERE}"
    return answer
