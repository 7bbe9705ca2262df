"""The names below a letter, to print or to take along; without addresses, and without names that are held."""

import csv
import io
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.signatures import showing
from offramp.signatures.models import Signature
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.letters import rows
from offramp.web.writing import mine

# A spreadsheet reckons with what begins so.
FORMULAS = ("=", "+", "-", "@")


@require_safe
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    """A sheet of paper to hand over."""
    letter = mine.letter_of(request, uuid)
    names = _named(request, letter).values_list("name", flat=True)
    content = {
        "row": rows.shown(letter),
        "names": list(names),
        "count": showing.written(showing.counted(letter)),
        "today": timezone.now().date(),
    }
    return render(request, "signatures/names.html", content)


@require_safe
@for_front_desk
def show_file(request: MemberRequest, uuid: UUID) -> HttpResponse:
    letter = mine.letter_of(request, uuid)
    signed = list(_named(request, letter).values_list("name", "confirmed_on"))
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([_("Name"), _("Signed on")])
    lines.writerows([_as_words(name), day.isoformat()] for name, day in signed if day)
    lines.writerow([_("(without a name)"), showing.counted(letter) - len(signed)])
    # The mark at the beginning tells spreadsheets that it is UTF-8.
    answer = HttpResponse(f"\ufeff{file.getvalue()}", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="signatures-{letter.slug}.csv"'
    return answer


def _named(request: MemberRequest, letter: Letter) -> QuerySet[Signature]:
    return Signature.objects.for_organizer(request.keyholder.member).filter(letter=letter).named()


def _as_words(name: str) -> str:
    return f"'{name}" if name.startswith(FORMULAS) else name
