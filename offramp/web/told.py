"""What a page says once after something was done: a word in the address, a sentence from this list."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Sentence:
    words: Promise
    is_trouble: bool = False


def done(words: Promise) -> Sentence:
    return Sentence(words)


def trouble(words: Promise) -> Sentence:
    return Sentence(words, is_trouble=True)


# The words in an address tell nothing of anybody; whoever types another one is told nothing.
SENTENCES = {
    "sent": done(_("Sent.")),
    "new-code": done(
        _("Your new code works. The old words open nothing here any more: destroy the card with them.")
    ),
    "stay-chosen": done(_("Saved. At the end of this page stands the day on which everything is deleted.")),
    "offered": done(_("Offered. If they decline or do not answer, it comes back to the list.")),
    "withdrawn": done(_("The offer is withdrawn. They no longer see the card.")),
    "closed": done(_("Closed, and they were told why. If they write again, it opens again.")),
    "swept": done(_("Put aside. You can bring it back until the end of tomorrow.")),
    "not-swept": trouble(
        _("Nothing was put aside: tick at least one request. One that is offered to an adviser stays here.")
    ),
    "brought-back": done(_("It is back on the list.")),
    "paused": done(_("Intake is paused. Everybody who wrote before still gets in.")),
    "resumed": done(_("Intake is open again.")),
    "answered": done(_("Answered. Question and answer are deleted in 30 days.")),
    "accepted": done(_("You are their adviser now. They are waiting for your first words.")),
    "declined": done(_("Declined. The front desk asks somebody else.")),
    "kept": done(_("Kept as a draft, which only you can open. Not sent.")),
    "draft-gone": done(_("The draft is gone.")),
    "handover-proposed": done(_("Your summary is with them now. They decide.")),
    "left": done(_("You are no longer their adviser, and your keys to the conversation are gone.")),
    "asked": done(_("Sent to the front desk.")),
    "cannot-offer": trouble(
        _(
            "This could not be offered: somebody else offered or closed it meanwhile, "
            "or this adviser cannot be asked any more. Here is how it stands now."
        )
    ),
    "nobody-chosen": trouble(_("Please choose an adviser first.")),
    "red-lines-unread": trouble(
        _("Please read what they wrote about whom they do not want, and tick that you did.")
    ),
    "still-offered": trouble(_("An adviser is looking at it. Withdraw the offer first.")),
    "offer-over": trouble(_("This offer has ended: it was answered or withdrawn, or its last day is over.")),
    "not-with-us": trouble(_("This request is not with the front desk any more.")),
    "no-key": trouble(
        _("Your keys do not open this one. An organizer who can open it renews them under People.")
    ),
    "not-yours": trouble(_("This conversation has ended. Nothing of what you wrote just now was sent.")),
    "handover-waiting": trouble(_("A summary is waiting for their answer already. Nothing was added to it.")),
    "begun": done(_("Saved. Only you can open it, until you share it.")),
    "saved": done(_("Saved.")),
    "unchanged": done(_("Saved. It says what it said before.")),
    "merged": done(_("Saved. It had changed elsewhere meanwhile, in other places: both are in it now.")),
    "often": trouble(_("That was a lot in a short time. Wait a few minutes, then try again.")),
    "taken-often": trouble(_("You saved a lot of it just now. Wait a minute, then save the rest.")),
    "restored": done(_("It is as it was then. What stood here before is in the history.")),
    "shared": done(_("Shared. Your adviser reads it as it is now, and what changes from now on.")),
    "unshared": done(_("Your adviser can no longer open it. What they remember we cannot take back.")),
    "cannot-share": trouble(_("This could not be shared: nobody is there to read it just now.")),
    "removed": done(_("Deleted, and nobody can open it any more.")),
    "taken": done(_("It is in your text now. The history says whose suggestion it was.")),
    "refused": done(_("Declined. Your text stays as it is.")),
    "all-taken": done(_("All of them are in your text now.")),
    "some-left": done(_("Those that still fit are in your text now. The others wait for you below.")),
    "all-refused": done(_("All of them are declined. Your text stays as it is.")),
    "suggestion-over": trouble(
        _("That suggestion was answered or withdrawn before. Here is how it stands now.")
    ),
    "no-room": trouble(_("The document would become too long with it. Shorten something first.")),
    "commented": done(_("Your comment is there now.")),
    "resolved": done(_("Settled. It can be opened again.")),
    "reopened": done(_("The comment is open again.")),
    "suggested": done(_("Suggested. They decide about it; until then nothing changes.")),
    "suggestion-withdrawn": done(_("Withdrawn. They do not see it among the open ones any more.")),
    "letter-begun": done(_("Saved as a draft. Nobody but the organizers sees it.")),
    "letter-published": done(_("The letter is public now.")),
    "letter-scheduled": done(_("It becomes public by itself, at the time that stands here.")),
    "letter-withdrawn": done(_("Nobody can read the letter any more. It and its revisions are kept here.")),
    "letter-put-back": done(_("The letter is public again, under its old day.")),
    "letter-stood-otherwise": trouble(_("Somebody did this meanwhile. Here is how it stands now.")),
    "picture-kept": done(_("The picture stands above the letter. Say below each text what it shows.")),
    "picture-gone": done(_("The picture is gone.")),
    "reviewed": done(_("Noted: you went through it as it stands.")),
    "worded": done(_("Saved. The words you chose stand in your text now.")),
    "words-left": done(_("Nothing was changed.")),
    "words-over": done(_("It is done already, or the line changed meanwhile. Here is how it stands now.")),
    "marked-again": done(_("What you dismissed before is marked again.")),
    "cared": done(_("Saved. What you chose is done.")),
    "changed-meanwhile": trouble(
        _("The text was changed elsewhere meanwhile, so nothing was saved. Here is how it stands now.")
    ),
    "posting-gone": done(_("The posting is forgotten.")),
    "contact-kept": done(_("Your name and the rest are kept sealed on your desk.")),
    "contact-gone": done(_("Forgotten. Nobody can open it any more.")),
    "brought": done(_("You went through all of it. From here on it is a résumé like any other.")),
    "placed": done(_("Saved. What you did not place is kept.")),
    "offer-taken": done(_("It stands in this copy now.")),
    "offer-declined": done(_("Left out, and not offered again unless it changes once more.")),
    "subscribed": done(_("Thank you. From now on our letters come to you.")),
    "subscriber-erased": done(_("Erased. No more mail goes to this address.")),
    "subscriber-not-there": trouble(_("This address gets no letters from us.")),
    "reported": done(_("Thank you. An organizer looks at it again.")),
    "taken-out": done(_("Taken out. It is still in the history: there you can bring it back.")),
    "signed": done(_("Thank you. Your signature counts.")),
    "signature-changed": done(_("Saved. Your signature counts.")),
    "signing-open": done(_("The letter can be signed now.")),
    "signing-closed": done(_("The letter takes no more signatures. Those who signed it stay.")),
    "name-stands": done(_("The name stands below the letter now.")),
    "names-stand": done(_("The names stand below the letter now.")),
    "some-names-stand": trouble(
        _("Some were changed or withdrawn meanwhile. The others stand below the letter now.")
    ),
    "signature-removed": done(_("The signature is gone, with its address.")),
    "no-signature-there": trouble(_("No signature of this letter came from that address.")),
    "signature-stood-otherwise": trouble(
        _("It was changed or withdrawn meanwhile. Here is how it stands now.")
    ),
    "nothing-to-undo": trouble(_("There is nothing of yours to undo now.")),
    "answered-publicly": done(_("Your answer stands there now.")),
    "rule-chosen": done(_("Saved. What came in before stays as it stands.")),
    "no-rule": trouble(_("Choose when a reply stands below the letter.")),
    "mailing-asked": done(_("It goes out by mail, as it says below.")),
    "mailing-unsure": trouble(_("Please tick that you have read it as it will arrive. Nothing was sent.")),
    "mailing-stopped": done(_("Stopped. Who has it keeps it; nobody else gets it until you let it go on.")),
    "mailing-resumed": done(_("It goes on with those who do not have it yet.")),
    "proof-asked": done(
        _("The proof comes to you in a minute or two. The links at its end lead nowhere, in a proof.")
    ),
    "proof-nowhere": trouble(_("Name an address for your daily mail first: a proof goes there.")),
    "reviewed-before": trouble(
        _(
            "Noted for what you read. They changed it meanwhile: here is how it stands now, "
            "with what changed since."
        )
    ),
}


def redirect(name: str, *, told: str, **kwargs: Any) -> HttpResponse:
    query = urlencode({"told": told})
    return HttpResponseRedirect(f"{reverse(name, kwargs=kwargs)}?{query}")


def on(request: HttpRequest) -> Sentence | None:
    """The sentence this page was asked to say."""
    return SENTENCES.get(request.GET.get("told", ""))
