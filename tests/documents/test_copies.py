"""A copy takes what its tag asks for; what changes in the main résumé later is offered, never just put in."""

from uuid import uuid4

import pytest

from offramp.documents import copies, editing
from offramp.documents.copies import NoSuchOffer
from offramp.documents.differences import How
from offramp.documents.models import Document
from offramp.documents.places import Content
from tests.cast import TODAY, Person
from tests.documents.papers import read
from tests.web.desk.resume.papers import a_bullet, a_content, a_job, a_resume, content_of, save

pytestmark = pytest.mark.django_db

OFFICE, NIGHTS = {"tags": ["office"]}, {"tags": ["nights"]}


def work(*highlights: dict[str, object], **fields: object) -> list[dict[str, object]]:
    return [a_job("w1", position="Lead", name="Customs", highlights=list(highlights), **fields)]


MAIN = work(
    a_bullet("b1", "Led 12."), a_bullet("b2", "Filed.", **OFFICE), a_bullet("b3", "Watched.", **NIGHTS)
)


@pytest.fixture
def main(ada: Person) -> Document:
    return a_resume(ada, work=[*MAIN, a_job("w2", position="Guard", **NIGHTS)])


@pytest.fixture
def copy(ada: Person, main: Document) -> Document:
    return begin(ada, main)


def begin(owner: Person, main: Document, tag: str = "office") -> Document:
    opened = read(owner, main)
    return copies.begin(by=owner.keyholder, master=opened, tag=tag, title="For Acme", on=TODAY, draft=uuid4())


def change(owner: Person, main: Document, *, old: str, new: str) -> None:
    """Other words somewhere in a résumé."""
    content = content_of(owner, main)
    save(owner, main, _replaced(content, old, new))


def offered(owner: Person, copy: Document) -> list[tuple[str, How, bool]]:
    found = copies.offers(by=owner.keyholder, copy=read(owner, copy))
    return [(offer.place.path, offer.how, offer.fits) for offer in found]


def take(owner: Person, copy: Document, path: str, *, decline: bool = False) -> None:
    opened = read(owner, copy)
    key = next(one.key for one in copies.offers(by=owner.keyholder, copy=opened) if one.place.path == path)
    act = copies.decline if decline else copies.accept
    act(by=owner.keyholder, copy=opened, key=key, on=TODAY)


def lines(owner: Person, copy: Document) -> list[str]:
    return [bullet["text"] for bullet in content_of(owner, copy)["work"][0]["highlights"]]


def _replaced(node: Content, old: str, new: str) -> Content:
    if isinstance(node, str):
        return new if node == old else node
    if isinstance(node, list):
        return [_replaced(one, old, new) for one in node]
    return (
        {key: _replaced(value, old, new) for key, value in node.items()} if isinstance(node, dict) else node
    )


def test_a_copy_takes_what_has_its_tag_or_none(ada: Person, copy: Document) -> None:
    assert lines(ada, copy) == ["Led 12.", "Filed."]
    assert [item["id"] for item in content_of(ada, copy)["work"]] == ["w1"]
    assert read(ada, copy).title == "For Acme"


def test_without_a_tag_it_takes_everything(ada: Person, main: Document) -> None:
    assert lines(ada, begin(ada, main, tag="")) == ["Led 12.", "Filed.", "Watched."]


def test_nothing_is_offered_while_nothing_changed(ada: Person, copy: Document) -> None:
    assert offered(ada, copy) == []


def test_a_change_is_offered_and_taken(ada: Person, main: Document, copy: Document) -> None:
    change(ada, main, old="Led 12.", new="Led 14.")

    assert offered(ada, copy) == [("work/w1/highlights/b1", How.CHANGED, True)]
    take(ada, copy, "work/w1/highlights/b1")

    assert lines(ada, copy) == ["Led 14.", "Filed."]
    assert offered(ada, copy) == []
    assert content_of(ada, copy)["copy"]["at"] == 2


def test_what_another_tag_takes_is_not_offered(ada: Person, main: Document, copy: Document) -> None:
    change(ada, main, old="Watched.", new="Watched 3 gates.")

    assert offered(ada, copy) == []


def test_what_the_copy_says_in_its_own_words_is_never_replaced_unasked(
    ada: Person, main: Document, copy: Document
) -> None:
    change(ada, copy, old="Led 12.", new="Led a dozen.")
    change(ada, main, old="Led 12.", new="Led 14.")
    assert lines(ada, copy) == ["Led a dozen.", "Filed."]
    assert offered(ada, copy) == [("work/w1/highlights/b1", How.CHANGED, False)]

    take(ada, copy, "work/w1/highlights/b1")

    assert lines(ada, copy) == ["Led 14.", "Filed."]


def test_what_was_declined_is_remembered_until_it_says_something_else(
    ada: Person, main: Document, copy: Document
) -> None:
    change(ada, main, old="Led 12.", new="Led 14.")
    change(ada, main, old="Filed.", new="Filed forms.")
    take(ada, copy, "work/w1/highlights/b1", decline=True)
    assert offered(ada, copy) == [("work/w1/highlights/b2", How.CHANGED, True)]

    take(ada, copy, "work/w1/highlights/b2")
    assert (lines(ada, copy), offered(ada, copy)) == (["Led 12.", "Filed forms."], [])
    change(ada, main, old="Led 14.", new="Led 15.")

    assert offered(ada, copy) == [("work/w1/highlights/b1", How.CHANGED, False)]


def test_new_and_removed_entries_and_bullets_are_offered_as_a_whole(
    ada: Person, main: Document, copy: Document
) -> None:
    content = content_of(ada, main)
    content["work"][0]["highlights"] = [a_bullet("b9", "Trained 5."), content["work"][0]["highlights"][0]]
    content["work"].insert(0, a_job("w9", position="Chief"))
    save(ada, main, content)

    assert offered(ada, copy) == [
        ("work/w9", How.ADDED, True),
        ("work/w1/highlights/b9", How.ADDED, True),
        ("work/w1/highlights/b2", How.REMOVED, True),
    ]
    for path in ("work/w9", "work/w1/highlights/b9", "work/w1/highlights/b2"):
        take(ada, copy, path)

    after = content_of(ada, copy)["work"]
    assert [item["position"] for item in after] == ["Chief", "Lead"]
    assert [bullet["text"] for bullet in after[1]["highlights"]] == ["Trained 5.", "Led 12."]
    assert offered(ada, copy) == []


def test_what_the_copy_took_out_itself_is_not_offered(ada: Person, main: Document, copy: Document) -> None:
    save(ada, copy, content_of(ada, copy) | {"work": []})
    change(ada, main, old="Led 12.", new="Led 14.")

    assert offered(ada, copy) == []


def test_a_copy_of_what_is_gone_goes_on_alone(ada: Person, main: Document, copy: Document) -> None:
    editing.delete(by=ada.keyholder, document=main)

    assert offered(ada, copy) == []
    change(ada, copy, old="Led 12.", new="Led 13.")
    assert lines(ada, copy) == ["Led 13.", "Filed."]


def test_an_offer_taken_twice_is_taken_once(ada: Person, main: Document, copy: Document) -> None:
    change(ada, main, old="Led 12.", new="Led 14.")
    key = copies.offers(by=ada.keyholder, copy=read(ada, copy))[0].key
    copies.accept(by=ada.keyholder, copy=read(ada, copy), key=key, on=TODAY)

    with pytest.raises(NoSuchOffer):
        copies.accept(by=ada.keyholder, copy=read(ada, copy), key=key, on=TODAY)


def test_a_main_resume_is_no_copy(ada: Person) -> None:
    resume = a_resume(ada)

    assert content_of(ada, resume) == a_content()
    assert offered(ada, resume) == []
