"""Deciding from the queue: by boxes, by a reply's own buttons, and back again."""

import re

import pytest
from django.test import Client

from offramp.letters.models import Letter
from offramp.replies.models import Reply, Rule
from offramp.web import uploads
from tests.cast import Person
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, waiting
from tests.web.signing_in import Answer, send, staff_visit, words

SHOWN, REFUSED, WAITING = Reply.Standing.SHOWN, Reply.Standing.REFUSED, Reply.Standing.WAITING


@pytest.fixture
def letter(db: None) -> Letter:
    return a_public_letter()


def seen(reply: Reply) -> str:
    return f"{reply.pk}:{reply.changes}"


def decide(client: Client, decision: str, *ticked: Reply, **fields: object) -> Answer:
    chosen = {"decision": decision, "reply": [seen(reply) for reply in ticked], **fields}
    return send(client, "/moderation/decisions/", chosen, form_at="/moderation/")


def undo(client: Client, after: Answer) -> Answer:
    """From the page that answered a decision."""
    page = words(client.get(after["Location"]) if after.status_code == 302 else after)
    together = re.findall(r'name="together" value="([^"]+)"', page)
    fields = {"together": together[0] if together else "none"}
    return send(client, "/moderation/undo/", fields, form_at="/moderation/")


def standings() -> list[str]:
    return list(Reply.objects.order_by("at").values_list("standing", flat=True))


def test_all_that_are_ticked_are_decided_and_the_others_are_not(at_desk: Client, letter: Letter) -> None:
    replies = [waiting(letter) for _ in range(3)]

    answer = decide(at_desk, "refuse", *replies[:2], reason="off topic", pile="waiting", page="2")

    assert answer["Location"].startswith("/moderation/?pile=waiting&page=2&done=")
    assert standings() == [REFUSED, REFUSED, WAITING]
    assert "You refused 2 replies: off topic." in words(at_desk.get(answer["Location"]))


def test_a_replys_own_button_decides_about_it_alone(at_desk: Client, letter: Letter) -> None:
    mine, ticked = waiting(letter), waiting(letter)

    answer = decide(at_desk, f"show {seen(mine)}", ticked, next=str(ticked.pk))

    assert re.fullmatch(rf"/moderation/\?pile=waiting&done=[0-9a-f-]+#reply-{ticked.pk}", answer["Location"])
    assert standings() == [SHOWN, WAITING]


def test_what_was_ticked_stays_ticked_while_a_reason_is_missing(at_desk: Client, letter: Letter) -> None:
    answer = decide(at_desk, "refuse", waiting(letter))

    assert answer.status_code == 400
    assert "Choose a reason: the other organizers will ask." in words(answer)
    assert words(answer).count(" checked> <span>Tick") == 1
    assert standings() == [WAITING]


@pytest.mark.parametrize("decision", ["show", "show nonsense", "show 1:2", "", "burn"])
def test_nothing_is_decided_where_nothing_is_chosen(at_desk: Client, letter: Letter, decision: str) -> None:
    waiting(letter)

    answer = decide(at_desk, decision, reply=["nonsense", "x:y", ":"])

    assert answer.status_code == 400
    assert standings() == [WAITING]


def test_enter_in_a_box_decides_nothing(at_desk: Client, letter: Letter) -> None:
    """A browser presses the first button of the form."""
    reply = waiting(letter)
    form = words(at_desk.get("/moderation/")).split('id="queue"')[1]
    first = re.findall(r"<button[^>]*>", form)[0]

    assert 'value=""' in first
    assert decide(at_desk, "", reply).status_code == 400


def test_the_second_organizer_is_told_who_decided_what(at_desk: Client, ed: Person, letter: Letter) -> None:
    first, second = waiting(letter, name="Ann"), waiting(letter, name="Ben")
    decide(staff_visit(ed), "refuse", first, reason="threat")

    answer = decide(at_desk, "show", first, second)

    assert answer.status_code == 409
    assert "Ed refused it: a threat." in words(answer)
    assert "You let 1 reply stand." in words(answer)
    assert standings() == [REFUSED, SHOWN]


def test_what_its_owner_deleted_meanwhile_is_said(at_desk: Client, letter: Letter) -> None:
    reply = waiting(letter)
    reply_as_seen = Reply(pk=reply.pk)
    reply.delete()

    answer = decide(at_desk, "show", reply_as_seen)

    assert answer.status_code == 409
    assert "1 reply was deleted by whoever wrote it." in words(answer)


def test_one_click_takes_the_last_one_back(at_desk: Client, letter: Letter) -> None:
    replies = [waiting(letter), waiting(letter)]
    decided = decide(at_desk, "spam", *replies)

    answer = undo(at_desk, decided)

    assert answer["Location"] == f"/moderation/?pile=waiting#reply-{replies[0].pk}"
    assert standings() == [WAITING, WAITING]
    assert "Undo" not in words(at_desk.get(decided["Location"]))
    assert undo(at_desk, decided)["Location"].endswith("told=nothing-to-undo")


def test_undo_is_offered_on_the_page_right_after_the_click_alone(at_desk: Client, letter: Letter) -> None:
    first, second = waiting(letter), waiting(letter)
    before, after = decide(at_desk, "show", first), decide(at_desk, "show", second)

    pages = [
        words(at_desk.get(address)) for address in ("/moderation/", before["Location"], after["Location"])
    ]

    assert ["Undo" in page for page in pages] == [False, False, True]
    assert "Undo" not in words(at_desk.get("/moderation/?pile=shown&done=nonsense"))


def test_a_button_pressed_twice_can_be_undone(at_desk: Client, letter: Letter) -> None:
    reply = waiting(letter)
    _first, second = decide(at_desk, "show", reply), decide(at_desk, "show", reply)

    assert "You let 1 reply stand." in words(at_desk.get(second["Location"]))


def test_undo_says_what_another_decided_since(at_desk: Client, ed: Person, letter: Letter) -> None:
    first, second = waiting(letter), waiting(letter)
    decided = decide(at_desk, "spam", first, second)
    first.refresh_from_db()
    decide(staff_visit(ed), "show", first)

    answer = undo(at_desk, decided)

    assert answer.status_code == 409
    assert "Ed let it stand." in words(answer)
    assert standings() == [SHOWN, WAITING]


def test_everything_about_one_reply_stands_on_its_page(at_desk: Client, letter: Letter) -> None:
    reply = waiting(letter, marks=["doxxing"], email="kim@example.org")
    decide(at_desk, "refuse", reply, reason="doxxing")

    page = words(at_desk.get(f"/moderation/replies/{reply.pk}/"))

    assert "kim@example.org" in page
    assert "Di refused it: doxxing" in page
    assert "Back to those that wait" in page


def test_the_campaign_answers_where_everybody_reads_it(at_desk: Client, letter: Letter) -> None:
    reply = a_reply(letter)
    address = f"/moderation/replies/{reply.pk}/"

    answer = send(at_desk, f"{address}answers/", {"text": "Thank you, Cy."}, form_at=address)

    assert answer["Location"] == f"{address}?told=answered-publicly"
    assert [(one.text, one.is_by_campaign, one.standing) for one in reply.answers.all()] == [
        ("Thank you, Cy.", True, SHOWN)
    ]
    page = words(at_desk.get(answer["Location"]))
    assert "Thank you, Cy." in page
    assert "Di wrote it." in page
    assert "it was shown at once" in page


def test_a_reply_that_waits_says_when_it_can_be_answered(at_desk: Client, letter: Letter) -> None:
    reply = waiting(letter)

    assert "once it is shown" in words(at_desk.get(f"/moderation/replies/{reply.pk}/"))
    assert "an answer" not in words(at_desk.get("/moderation/"))
    decide(at_desk, "show", reply)
    assert "Another reason, or an answer" in words(at_desk.get("/moderation/?pile=shown"))


def test_nobody_takes_the_campaigns_own_answer_for_spam(at_desk: Client, letter: Letter) -> None:
    own = a_reply(letter, "Thank you, Cy.", name="Another Road", email="", to=a_reply(letter))
    address = f"/moderation/replies/{own.pk}/"

    assert words(at_desk.get("/moderation/?pile=shown")).count('value="spam ') == 1
    assert 'value="spam"' not in words(at_desk.get(address))
    answer = decide(at_desk, "refuse", own, reason="other")
    assert answer.status_code == 302


def test_an_answer_to_what_is_out_of_sight_meanwhile_is_not_lost(at_desk: Client, letter: Letter) -> None:
    reply = a_reply(letter)
    decide(at_desk, "spam", reply)
    address = f"/moderation/replies/{reply.pk}/"

    answer = send(at_desk, f"{address}answers/", {"text": "Thank you, Cy."}, form_at=address)

    assert answer.status_code == 409
    assert "Thank you, Cy." in words(answer)
    assert not reply.answers.exists()


def test_an_answer_outlives_a_visit_that_ended(ed: Person, letter: Letter) -> None:
    answers = f"/moderation/replies/{a_reply(letter).pk}/answers/"

    away = Client().post(answers, {"text": "Thank you, Cy."})

    assert away.status_code == 409
    assert "Thank you, Cy." in words(away)


def test_a_letters_own_page_says_how_it_takes_replies(at_desk: Client, letter: Letter) -> None:
    console = f"/writing/{letter.pk}/"
    assert re.search(r'value="moderated" required checked', words(at_desk.get(console)))

    answer = send(at_desk, f"/moderation/rules/{letter.pk}/", {"way": "closed"}, form_at=console)

    assert answer["Location"] == f"{console}?told=rule-chosen"
    assert Rule.objects.get().way == "closed"
    assert re.search(r'value="closed" required checked', words(at_desk.get(console)))


def test_a_rule_that_there_is_not_changes_nothing(at_desk: Client, letter: Letter) -> None:
    answer = send(
        at_desk, f"/moderation/rules/{letter.pk}/", {"way": "sometimes"}, form_at=f"/writing/{letter.pk}/"
    )

    assert answer["Location"].endswith("told=no-rule")
    assert not Rule.objects.exists()


def test_the_journal_says_who_chose_another_rule(at_desk: Client, letter: Letter) -> None:
    send(at_desk, f"/moderation/rules/{letter.pk}/", {"way": "open"}, form_at=f"/writing/{letter.pk}/")

    assert "chose how a letter takes replies" in words(at_desk.get("/people/journal/"))


@pytest.mark.parametrize("path", ["/moderation/decisions/", "/es/moderation/undo/"])
def test_while_the_filter_learns_from_a_click_everybody_else_is_answered(path: str) -> None:
    assert uploads.take_long_at(path)
