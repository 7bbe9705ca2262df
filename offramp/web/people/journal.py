"""The journal: what staff did, by day, for organizers to look through."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from offramp.journal.models import Entry
from offramp.people import acts
from offramp.web.doors import MemberRequest, for_organizer

A_PAGE = 100
Kind = Entry.Kind
IN_WORDS = {
    Kind.ENROLLED: _("enrolled"),
    Kind.INVITED: _("proposed somebody for the staff"),
    Kind.APPROVED: _("approved, and drew the link"),
    Kind.WITHDRAWN: _("withdrew a link"),
    Kind.RECOVERY_LINK: _("made a link for an organizer at the server's console"),
    Kind.ACCESS_GIVEN: _("gave the front desk's key"),
    Kind.REMOVED: _("removed from the staff"),
    Kind.ROLE_CHANGED: _("approved another role"),
    Kind.CODE_REPLACED: _("drew a new code"),
    Kind.PASSKEY_ADDED: _("added a passkey"),
    Kind.UNLOCKED: _("unlocked a second factor"),
    Kind.FRONT_DESK_KEY_MADE: _("made a new key for the front desk"),
    Kind.OFFERED: _("asked an adviser"),
    Kind.OFFER_WITHDRAWN: _("asked an adviser no longer"),
    Kind.CLOSED: _("closed a request"),
    Kind.SWEPT: _("put a request aside as junk"),
    Kind.SWEEP_UNDONE: _("took a request back from the junk"),
    Kind.PAUSED: _("paused new requests"),
    Kind.RESUMED: _("let new requests in again"),
    Kind.FAREWELL_ANNOUNCED: _("announced the last day of this site"),
    Kind.FAREWELL_RECALLED: _("took the last day back: this site goes on"),
    Kind.CHAIN_BEGUN: _("began the chain that shows whether this journal was altered"),
    Kind.LETTER_PUBLISHED: _("published a letter, or set the day for it"),
    Kind.LETTER_WITHDRAWN: _("withdrew a letter, or took back its day"),
    Kind.LETTER_PUT_BACK: _("put a withdrawn letter back"),
    Kind.LETTER_CHANGED: _("changed a public letter, or its picture"),
    Kind.REPLY_RULE_CHANGED: _("chose how a letter takes replies"),
    Kind.SIGNING_CHANGED: _("let a letter be signed, or ended that"),
    Kind.SIGNATURE_REMOVED: _("took a signature away"),
    Kind.MAILING_ASKED: _("asked for a letter to go out by mail"),
    Kind.MAILING_STOPPED: _("stopped a letter on its way by mail"),
    Kind.MAILING_RESUMED: _("let a letter go on by mail"),
    Kind.SUBSCRIBERS_EXPORTED: _("took out the list of subscribers"),
    Kind.SUBSCRIBERS_BROUGHT_IN: _("brought in a list of subscribers"),
    Kind.SUBSCRIBER_LOOKED_UP: _("looked up whether an address gets letters by mail"),
    Kind.SUBSCRIBER_ERASED: _("erased a subscriber who asked for it"),
}


@require_safe
@for_organizer
def show(request: MemberRequest) -> HttpResponse:
    noted = acts.entries(seen_by=request.keyholder.member)
    page = Paginator(noted, A_PAGE).get_page(request.GET.get("page"))
    rows = [(act, IN_WORDS[act.kind]) for act in acts.told(page)]
    return render(request, "people/journal.html", {"page": page, "rows": rows})
