"""What one person shares with their adviser, what waits for a review first."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from offramp.documents import desks
from offramp.documents.desks import Listed
from offramp.web import told
from offramp.web.caseload.conversation import paired
from offramp.web.caseload.desk_door import nickname
from offramp.web.caseload.door import at_caseload
from offramp.web.desk import labels
from offramp.web.doors import MemberRequest


@dataclass(frozen=True)
class Row:
    """One document in the list."""

    listed: Listed
    name: str
    kind: str


@require_safe
@at_caseload
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    pairing = paired(request, uuid)
    listed = desks.read_shared(by=request.keyholder, owner=pairing.request.seeker_id)
    content = {
        "pairing": pairing,
        "nickname": nickname(request, pairing),
        "rows": [_row(one) for one in sorted(listed, key=lambda one: not one.waits)],
        "told": told.on(request),
    }
    return render(request, "caseload/desk.html", content)


def _row(listed: Listed) -> Row:
    return Row(listed, labels.name(listed.title, listed.kind), str(labels.KINDS[listed.kind]))
