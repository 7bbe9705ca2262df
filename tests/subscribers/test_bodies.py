"""What a subscriber gets: a letter that is read without opening a page, and that tells us nothing."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from django.core.mail import BadHeaderError
from django.utils import timezone

from offramp import campaigns
from offramp.campaigns.look import OURS
from offramp.letters.models import Letter
from offramp.subscribers import bodies, envelope, flowed
from offramp.subscribers.models import Mailing, Subscriber
from tests.letters.letters import a_letter, a_public_letter, say

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
NOW = timezone.now()
BODY = """Good morning, [neighbors](/letters/another/).

## One thing

> Somebody said this.
> From here on.

1. first
2. second

- [a](https://example.org/a)
  - below it

***

| a | b |
|---|---|
| c | d |

It is **bold** and *soft*, [mail](mailto:n@x.org), <n@x.org>.\\
A new line: <https://example.org/>

> > twice

Écoute — “there”.
"""
PLAIN = """Good morning, neighbors <https://testserver/letters/another/>.

One thing
---------

> Somebody said this. From here on.

1. first
2. second

* a <https://example.org/a>
   * below it

* * *

a | b
c | d

It is *bold* and _soft_, mail <mailto:n@x.org>, n@x.org.
A new line: https://example.org/

>> twice

Écoute — “there”."""


def mailed(letter: Letter) -> Mailing:
    return Mailing.objects.create(letter=letter, asked_on=DAY, begun_on=DAY)


def a_subscriber(email: str = "ada@example.org", *, language: str = "en", rhythm: str = "each") -> Subscriber:
    return Subscriber.objects.create(
        email=email, language=language, rhythm=rhythm, asked_on=DAY, confirmed_on=DAY
    )


def received(mailing: Mailing, subscriber: Subscriber) -> EmailMessage:
    """As the mail program of a subscriber reads it."""
    return opened(bodies.Body(mailing, subscriber.language, at=NOW).to(subscriber))


def opened(mail: Any) -> EmailMessage:
    raw = mail.message().as_bytes(linesep="\r\n")
    assert raw.isascii()
    assert max(map(len, raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))) <= 78
    message = message_from_bytes(raw, policy=default)
    assert message.defects == []
    return message


def part(message: EmailMessage, kind: str) -> str:
    found = message.get_body((kind,))
    assert found
    return str(found.get_content()).replace("\r\n", "\n")


def test_the_plain_text_says_all_that_the_letter_says() -> None:
    assert flowed.letter(BODY, origin="https://testserver") == PLAIN


def test_its_lines_can_be_set_anew_on_a_narrow_screen() -> None:
    words = "From here on, word by word; " * 8 + "https://example.org/" + "x" * 80 + " and on. > no quote"

    lines = flowed.paragraph(words).split("\n")

    assert all(line.endswith(" ") for line in lines[:-1])
    assert lines[0].startswith(" From")  # or it would pass for the beginning of the next mail in a file
    assert "".join(line.removeprefix(" ") for line in lines) == words
    assert not any(line.startswith(">") for line in lines)


def test_a_mail_holds_the_whole_letter_twice_and_nothing_that_could_be_counted() -> None:
    letter = a_public_letter(title="To a friend", body=BODY, has_picture=True, author="Nan")

    message = received(mailed(letter), a_subscriber())

    text, html = part(message, "plain"), part(message, "html")
    assert "To a friend\n-----------\n\nNan · 1 min read\n\n" + PLAIN + "\n\nNan\n" in text
    assert "<h1>To a friend</h1>" in html
    assert '<a href="https://testserver/letters/another/"' in html
    assert '<a href="https://example.org/a"' in html
    assert not re.search(r"<(?:img|link|script|iframe|form)\b|\bsrc=|url\(|@import|@font-face", html)
    assert {part.get_content_type() for part in message.walk()} == {
        "multipart/alternative",
        "text/plain",
        "text/html",
    }
    assert message.get_body(("plain",))["Content-Type"].params["format"] == "flowed"  # type: ignore[index]


def test_both_parts_hold_the_subscribers_own_link_wherever_lines_are_broken() -> None:
    mailing = mailed(a_public_letter(body="Words. " * 99))
    body = bodies.Body(mailing, "en", at=NOW)

    for subscriber in (a_subscriber(f"ada{'a' * length}@example.org") for length in range(20)):
        message = opened(body.to(subscriber))
        link = f"https://testserver/subscription/{subscriber.key}/"
        assert part(message, "plain").count(f"\n{link}\n") == 1
        assert part(message, "html").count(f'"{link}"') == 1


def test_machines_read_how_to_end_it_and_that_no_person_wrote() -> None:
    mailing, ada = mailed(a_public_letter()), a_subscriber()

    message = received(mailing, ada)

    headers = {name: value for name, value in message.items() if name not in ("Date", "Content-Type")}
    assert headers == {
        "MIME-Version": "1.0",
        "Subject": "Larkfield: letter of November 22",
        "To": "ada@example.org",
        "From": "Larkfield <noreply@testserver>",
        "Message-ID": headers["Message-ID"],
        "List-Id": "Larkfield <letters.testserver>",
        "List-Unsubscribe": f"<https://testserver/subscription/{ada.key}/end/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Content-Language": "en",
        "Auto-Submitted": "auto-generated",
        "Precedence": "list",
    }
    assert re.fullmatch(r"<[0-9a-f]{32}@testserver>", headers["Message-ID"])


def test_sent_again_it_has_the_same_name_and_nobody_elses() -> None:
    mailing, ada, bo = mailed(a_public_letter()), a_subscriber(), a_subscriber("bo@example.org")
    other = mailed(a_public_letter("other"))

    names = [received(one, who)["Message-ID"] for one in (mailing, other) for who in (ada, bo, ada)]

    assert (names[0], names[3]) == (names[2], names[5])
    assert len(set(names)) == 4


def test_what_a_glance_shows_is_neutral() -> None:
    letter = a_public_letter(title="How to leave", body="Leave it.", summary="On leaving", author="Leavers")

    message = received(mailed(letter), a_subscriber())

    first = part(message, "plain").split("\n\n")[0]
    for seen in (str(message["Subject"]), str(message["From"]), str(message["List-Id"]), first):
        assert not re.search(r"leav|letters by|another road", seen, re.IGNORECASE)
    html = part(message, "html")
    assert "How to leave" not in html[: html.index("<h1>")]


def test_a_subscriber_reads_their_language_and_the_letter_where_it_is_not_translated() -> None:
    letter = a_public_letter(title="To a friend")
    mailing, ada = mailed(letter), a_subscriber(language="es")

    untranslated = received(mailing, ada)
    say(letter, "es", title="A un amigo")
    translated = received(Mailing.objects.get(), ada)

    assert untranslated["Content-Language"] == "en, es"
    assert 'class="letter ink ltr" lang="en" dir="ltr"' in part(untranslated, "html")
    assert "To a friend" in part(untranslated, "plain")
    for message in (untranslated, translated):
        assert '<html lang="es" dir="ltr">' in part(message, "html")
        assert f"https://testserver/es/subscription/{ada.key}/" in part(message, "plain")
        assert message["Subject"] == "Larkfield: carta del 22 de noviembre"
    assert translated["Content-Language"] == "es"
    assert "A un amigo" in part(translated, "plain")


def test_a_letter_that_is_not_translated_says_so_in_the_readers_language_before_it_begins() -> None:
    letter = a_public_letter(title="To a friend")
    mailing, note = mailed(letter), "Esta carta aún no está traducida."

    spanish = received(mailing, a_subscriber(language="es"))
    english = received(mailing, a_subscriber("bo@example.org"))

    text, html = part(spanish, "plain"), part(spanish, "html")
    assert re.search(rf"{note} Aquí.*\n\nTo a friend\n---", text)
    assert html.index(note) < html.index("To a friend")
    assert 'lang="es" dir="ltr">Esta carta' in html
    assert "not translated" not in english.as_string()
    say(letter, "es", title="A un amigo")
    assert note not in part(received(Mailing.objects.get(), Subscriber.objects.get(language="es")), "plain")


def test_who_came_by_a_list_is_not_told_that_we_asked_and_nobody_else_that_we_did_not() -> None:
    body = bodies.Body(mailed(a_public_letter()), "en", at=NOW)
    asked, brought = a_subscriber(), a_subscriber("bo@example.org")
    brought.was_brought = True

    for subscriber, why in ((asked, "you said yes when we asked"), (brought, "an organizer brought")):
        message = opened(body.to(subscriber))
        for said in (part(message, "plain"), part(message, "html")):
            assert f"You get this because {why}" in said.replace("\n", "")
            assert said.count("You get this because") == 1
            assert f"https://testserver/subscription/{subscriber.key}/" in said


def test_a_language_that_is_not_spoken_any_more_is_answered_in_english() -> None:
    message = received(mailed(a_public_letter()), a_subscriber(language="xx"))

    assert message["Content-Language"] == "en"
    assert '<html lang="en" dir="ltr">' in part(message, "html")
    assert "/xx/" not in message.as_string()


def test_once_a_month_comes_how_each_letter_begins_and_where_it_goes_on() -> None:
    long = "\n\n".join(f"Paragraph {number} " + "and so on " * 20 for number in range(9))
    for day, slug, body in ((3, "first", long), (20, "second", "All of it.")):
        letter = a_public_letter(slug, title=f"The {slug}", body=body)
        Mailing.objects.create(letter=letter, asked_on=DAY, begun_on=DAY.replace(day=day))
    hidden = mailed(a_public_letter("third", title="The third")).letter
    month = Mailing.objects.create(month=DAY.replace(day=1), asked_on=DAY, begun_on=date(2026, 12, 1))
    assert hidden
    hidden.publication.delete()

    message = received(month, a_subscriber(rhythm="monthly"))

    text, html = part(message, "plain"), part(message, "html")
    assert message["Subject"] == "Larkfield: November 2026"
    assert re.findall(r"<h1>(.*?)</h1>", html) == ["The first", "The second"]
    for written in (text, html):
        assert "Paragraph 0" in written
        assert "Paragraph 8" not in written
    assert "Go on reading:\nhttps://testserver/letters/first/\n" in text
    assert (
        "All of it.\n\nAnother Road\n\nThis letter on our pages:\nhttps://testserver/letters/second/\n"
        in text
    )


@pytest.fixture
def own_campaign(tmp_path: Path, settings: Any) -> Iterator[None]:
    """A campaign whose older letters are whole for subscribers alone, and whose road is violet."""
    settings.CAMPAIGN_FOLDER = shutil.copytree(settings.CAMPAIGN_FOLDER, tmp_path / "campaign")
    toml = settings.CAMPAIGN_FOLDER / "campaign.toml"
    words = toml.read_text().replace('letters.public = "all"', "letters.public = 1")
    toml.write_text(words + '\n[look.light]\nroad = "#4b2a7b"\n')
    campaigns.current.cache_clear()
    yield
    campaigns.current.cache_clear()


@pytest.mark.usefixtures("own_campaign")
def test_the_mail_wears_the_campaigns_colors() -> None:
    html = part(received(mailed(a_public_letter()), a_subscriber()), "html")

    assert "a { color: #4b2a7b; }" in html
    assert OURS["light"]["road"] not in html
    assert OURS["dark"]["road"] in html


@pytest.mark.usefixtures("own_campaign")
def test_where_older_letters_are_for_subscribers_the_monthly_mail_leads_to_their_own_pages() -> None:
    mailed(a_public_letter())
    month = Mailing.objects.create(month=DAY.replace(day=1), asked_on=DAY)
    ada = a_subscriber(rhythm="monthly")

    text = part(received(month, ada), "plain")

    assert f"https://testserver/subscription/{ada.key}/letters/a-letter/" in text


def test_words_of_another_script_are_whole_and_run_their_own_way(settings: Any) -> None:
    letter = a_public_letter(title="العنوان", body="مرحبا " * 300, language="ar")
    settings.LANGUAGES = [*settings.LANGUAGES, ("ar", "ar")]

    message = received(mailed(letter), a_subscriber())

    assert ("مرحبا " * 300).strip() in part(message, "html")
    assert 'class="letter ink rtl" lang="ar" dir="rtl"' in part(message, "html")


def test_no_word_that_somebody_typed_becomes_a_header(settings: Any) -> None:
    letter = a_public_letter(title="Hello\r\nBcc: cy@example.org", author="Nan\nBcc: cy@example.org")
    subscriber = a_subscriber()
    mailing = mailed(letter)

    assert received(mailing, subscriber)["Bcc"] is None

    subscriber.email = "ada@example.org\r\nBcc: cy@example.org"
    with pytest.raises(BadHeaderError):
        bodies.Body(mailing, subscriber.language, at=NOW).to(subscriber).message()
    settings.DEFAULT_FROM_EMAIL = '"Ana, née Ö" <post@example.org>'
    subscriber.email = "ada@example.org"
    assert received(mailing, subscriber)["From"] == "Larkfield <post@example.org>"


def test_the_envelope_says_where_it_comes_back_to_and_nothing_else_does(settings: Any) -> None:
    mailing, ada = mailed(a_public_letter()), a_subscriber()
    assert bodies.Body(mailing, "en", at=NOW).to(ada).from_email == "noreply@testserver"

    settings.BOUNCES = "a-long-name-for@letters.example.org"
    mail = bodies.Body(mailing, "en", at=NOW).to(ada)

    name, _, domain = mail.from_email.partition("@")
    assert re.fullmatch(r"a-long-name-for\+[a-z2-7]{48}", name)
    assert (len(name), domain) == (64, "letters.example.org")
    assert name not in mail.message().as_string()
    assert envelope.who_and_what(name.partition("+")[2]) == (ada.pk, mailing.pk.bytes[:4])


def test_a_proof_is_what_subscribers_get_but_for_the_link() -> None:
    letter = a_letter(title="A draft", body=BODY)

    proof = opened(bodies.proof(letter=letter, language="en", to="di@example.org", at=NOW))

    assert PLAIN in part(proof, "plain")
    assert (proof["To"], Subscriber.objects.count(), Mailing.objects.count()) == ("di@example.org", 0, 0)
