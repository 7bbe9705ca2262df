"""Nothing that was saved is lost, and nobody writes over somebody else unknowingly."""

import pytest

from offramp.letters import writing
from offramp.letters.models import Letter
from offramp.letters.written import NoTitle, Written, parted
from tests.cast import TODAY, Person
from tests.letters.letters import a_letter

pytestmark = pytest.mark.django_db

FIRST, SECOND = Written("First", "One."), Written("Second", "Two.", author="Di", summary="S", alt="A")


def words_of(letter: Letter) -> list[tuple[int, str]]:
    return [(one.number, one.title) for one in letter.texts.get().revisions.order_by("number")]


def test_every_saved_version_is_kept_with_who_wrote_it(di: Person, ed: Person) -> None:
    letter = writing.begin(slug="kept", language="en", written=FIRST, by=di.member, on=TODAY)

    text = writing.save(letter=letter, language="en", written=SECOND, base=1, by=ed.member, on=TODAY)

    assert text.written == SECOND
    assert words_of(letter) == [(1, "First"), (2, "Second")]
    assert [one.by for one in text.revisions.order_by("number")] == [di.member, ed.member]


def test_what_says_the_same_is_no_new_version(di: Person) -> None:
    letter = writing.begin(slug="same", language="en", written=FIRST, by=di.member, on=TODAY)

    writing.save(letter=letter, language="en", written=FIRST, base=1, by=di.member, on=TODAY)

    assert words_of(letter) == [(1, "First")]


def test_two_who_write_at_once_lose_nothing(di: Person, ed: Person) -> None:
    letter = writing.begin(slug="both", language="en", written=FIRST, by=di.member, on=TODAY)
    writing.save(letter=letter, language="en", written=SECOND, base=1, by=di.member, on=TODAY)
    eds = Written("Ed's", "Three.")

    with pytest.raises(writing.Changed) as meanwhile:
        writing.save(letter=letter, language="en", written=eds, base=1, by=ed.member, on=TODAY)

    assert meanwhile.value.theirs.written == SECOND
    assert words_of(letter) == [(1, "First"), (2, "Second")]
    # Having seen it, he puts his on top; hers stays.
    writing.save(letter=letter, language="en", written=eds, base=2, by=ed.member, on=TODAY)
    assert words_of(letter) == [(1, "First"), (2, "Second"), (3, "Ed's")]


def test_two_who_begin_the_same_language_at_once_lose_nothing(di: Person) -> None:
    letter = a_letter("spanish")
    una, otra = Written("Una", "Uno."), Written("Otra", "Dos.")
    writing.save(letter=letter, language="es", written=una, base=0, by=di.member, on=TODAY)

    with pytest.raises(writing.Changed):
        writing.save(letter=letter, language="es", written=otra, base=0, by=di.member, on=TODAY)

    assert letter.texts.get(language="es").written == una


def test_an_earlier_version_comes_back_as_a_new_one(di: Person) -> None:
    letter = writing.begin(slug="back", language="en", written=FIRST, by=di.member, on=TODAY)
    text = writing.save(letter=letter, language="en", written=SECOND, base=1, by=di.member, on=TODAY)

    writing.restore(revision=text.revisions.get(number=1), by=di.member, on=TODAY)

    assert letter.texts.get().written == FIRST
    assert words_of(letter) == [(1, "First"), (2, "Second"), (3, "First")]


def test_an_address_belongs_to_one_letter(di: Person) -> None:
    writing.begin(slug="taken", language="en", written=FIRST, by=di.member, on=TODAY)

    with pytest.raises(writing.AddressTaken):
        writing.begin(slug="taken", language="en", written=SECOND, by=di.member, on=TODAY)

    assert [letter.texts.get().title for letter in Letter.objects.all()] == ["First"]


def test_a_letter_is_typed_with_its_title_in_the_first_line() -> None:
    assert parted("\n# A title \r\n\r\nAnd *more*.\r\n") == ("A title", "And *more*.")
    assert parted(FIRST.whole) == (FIRST.title, FIRST.body)


@pytest.mark.parametrize("text", ["No title", "## Too deep\n\nx", "#\n\nx", "# " + "x" * 161, ""])
def test_a_first_line_that_is_no_title_is_said(text: str) -> None:
    with pytest.raises(NoTitle):
        parted(text)
