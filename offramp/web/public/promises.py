"""What we promise and where it ends; a promise is shown as one only when a test proves it."""

from dataclasses import dataclass

from django.utils.functional import Promise as Translated
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Promise:
    threat: str | Translated
    promise: str | Translated
    limit: str | Translated
    # "tests/….py::test_…"; without one the row stands under "Not yet".
    proof: str = ""


def kept() -> list[Promise]:
    return [promise for promise in PROMISES if promise.proof]


def pending() -> list[Promise]:
    return [promise for promise in PROMISES if not promise.proof]


PROMISES = (
    Promise(
        threat=_("Somebody steals our database or our disk"),
        promise=_(
            "What you wrote and what you go by here cannot be read without a code. No key of an open visit "
            "is in it. The lock is built to hold against the computers we know and the quantum computers "
            "that may come (X-Wing, still a draft standard)."
        ),
        limit=_(
            "A thief could see how many cases there are, roughly how long the texts are, in which half of "
            "a month a case ends, and which adviser account has which random case number."
        ),
        proof="tests/browser/test_canary.py::test_nothing_that_was_typed_is_found_where_the_server_keeps_things",
    ),
    Promise(
        threat=_("Somebody steals a backup"),
        promise=_(
            "The same holds for backups; and what you erased is dead in them too, once they have been "
            "overwritten."
        ),
        limit=_(
            "We cannot make an old backup forget sooner; and if we ever have to go back to one, what you "
            "erased after it was made is back until its day. So destroy your card when you erase everything."
        ),
        proof="tests/upkeep/backup/test_stolen.py::test_a_stolen_backup_says_nothing_even_with_all_that_lies_on_the_server",
    ),
    Promise(
        threat=_("A court or an agency demands what we have"),
        promise=_(
            "There is little to hand over: locked text, days without times, who advises which case number, "
            "and the e-mail addresses of our staff and of those who reply to our letters, sign them or get "
            "them by mail. We keep no record of when you signed in."
        ),
        limit=_(
            "A person can be made to speak. Our advisers are not lawyers, and what you tell them is not "
            "protected as it would be with one. The database program keeps traces of its own in its files; "
            "one of the two we can run on, PostgreSQL, notes times there until they are overwritten."
        ),
        proof="tests/web/test_traces.py::test_no_record_of_when_a_seeker_came_is_kept",
    ),
    Promise(
        threat=_("Somebody reads our logs or our error reports"),
        promise=_(
            "They hold no internet address, no browser, no text and no page of yours: only what broke in "
            "our program, and where."
        ),
        limit=_(
            "What your internet provider and the firms our server stands with write down is theirs, not ours."
        ),
        proof="tests/web/test_reporter.py::test_an_error_while_a_text_is_sent_leaves_none_of_it_in_the_log",
    ),
    Promise(
        threat=_("An order to change the service, to keep copies, or to stay silent"),
        promise=_("Everything is erased after a short time, and no log exists that could be asked for."),
        limit=_(
            "We cannot refuse such an order in every country, and may not be allowed to tell you about it."
        ),
        proof="tests/upkeep/test_purge.py::test_a_case_burns_on_its_day_and_not_before",
    ),
    Promise(
        threat=_("Somebody takes over the running server"),
        promise=_("What was locked stays locked, unless somebody who holds a key to it signs in meanwhile."),
        limit=_(
            "Whatever a person opens during that time can then be read. No website can protect you from "
            "its own server."
        ),
        proof="tests/people/test_sessions.py::test_the_row_holds_neither_the_cookie_nor_the_content",
    ),
    Promise(
        threat=_("One of our organizers is dishonest"),
        promise=_(
            "Organizers open only the requests that have no adviser yet. None of them can make an adviser "
            "active, or change what somebody may do, without a second organizer; and none can become a "
            "reader of your conversation."
        ),
        limit=_("If two of them are dishonest together, these rules do not help."),
        proof="tests/people/test_enrollment.py::test_nobody_approves_their_own_proposal",
    ),
    Promise(
        threat=_("An adviser is not who we thought"),
        promise=_(
            "They see only the people they were paired with. When you change adviser, nothing you write "
            "afterwards reaches the old one."
        ),
        limit=_("Nobody can be made to forget what they have read."),
        proof="tests/pairing/test_who_can_open_what.py::test_an_adviser_who_leaves_at_once_can_open_nothing_written_afterwards",
    ),
    Promise(
        threat=_("Somebody takes or borrows your phone"),
        promise=_(
            "After you press Leave or sign out, no sign-in of ours is left on it, and the Back button "
            "brings no page or text of yours back. Titles and addresses of your pages say nothing. We "
            "never send a message to anybody who asks for help."
        ),
        limit=_(
            "Closing the tab is not leaving. The browser's history stays until you clear it, and nothing "
            "of ours stops spyware."
        ),
        proof="tests/browser/test_leaving.py::test_leaving_ends_the_visit_and_back_shows_nothing",
    ),
    Promise(
        threat=_("Another website, or a script, tries to act in your name or to watch this page"),
        promise=_(
            "Our pages load nothing from anywhere else, run no script that is not our own, and cannot be "
            "shown inside another site."
        ),
        limit=_("A browser extension can see all that you see."),
        proof="tests/web/test_headers.py::test_a_public_page_carries_exactly_this_set",
    ),
    Promise(
        threat=_("Your employer looks at its own phones, computers and network"),
        promise=_("We warn you before the first form. That is all that we can do."),
        limit=_("Against your employer's own devices and network we can promise nothing. Do not use them."),
        proof="tests/web/public/test_landing.py::test_the_warning_about_work_devices_stands_before_the_way_in",
    ),
    Promise(
        threat=_("The firms that carry our traffic and our mail"),
        promise=_("We hand them nothing of what you write."),
        limit=_("What they log, they log."),
        proof="tests/upkeep/test_notify.py::test_the_mail_does_not_tell_whether_something_waits",
    ),
    Promise(
        threat=_("Somebody floods us with junk"),
        promise=_(
            "A flood from one place does not close the door for the others, and we never ask you to solve "
            "a puzzle to prove that you are human."
        ),
        limit=_("A large enough attack can make any website unreachable for a while."),
        proof="tests/web/test_limits.py::test_a_flood_from_one_place_stops_nobody_elsewhere",
    ),
)
