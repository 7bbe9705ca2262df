"""How one letter takes replies."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from offramp.replies import rules
from offramp.replies.rules import Way
from offramp.web import told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.moderation.forms import RuleForm
from offramp.web.writing import mine


@posted_from("writing-letter")
@for_front_desk
def choose(request: MemberRequest, uuid: UUID) -> HttpResponse:
    letter = mine.letter_of(request, uuid)
    form = RuleForm(request.POST)
    if not form.is_valid():
        return told.redirect("writing-letter", told="no-rule", uuid=uuid)
    way, by = Way(form.cleaned_data["way"]), request.keyholder.member
    rules.choose(letter=letter, way=way, by=by, on=timezone.now().date())
    return told.redirect("writing-letter", told="rule-chosen", uuid=uuid)
