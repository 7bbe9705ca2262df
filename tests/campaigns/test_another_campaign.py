"""Another campaign is a copied folder with other words: nothing in the program knows the first one."""

from datetime import date
from pathlib import Path

import pytest

from offramp.campaigns import texts
from offramp.campaigns.campaign import Campaign
from offramp.campaigns.choices import Choice, UnknownChoice
from offramp.campaigns.crisis import CrisisLine
from offramp.campaigns.reading import read
from offramp.campaigns.replies import ReadyText
from offramp.campaigns.source import CampaignBroken

LATER = ("occupations", "care", "letters")


def test_its_figures_are_its_own(teachers: Campaign) -> None:
    figures = (teachers.backup_days, teachers.retention_days, teachers.retention_choices)

    assert figures == (3, 30, (14, 30))
    assert (teachers.neutral_name, teachers.contact) == ("Ashbrook", "hello@chalk.example")


def test_its_choices_come_with_labels(teachers: Campaign) -> None:
    assert teachers.choices("fact", "en") == (
        Choice("taught", "I have taught"),
        Choice("union-office", "I hold a union office"),
    )
    assert teachers.label("work", "classroom", "en") == "Classroom teacher"


def test_a_choice_that_has_left_the_folder_is_shown_by_its_id(teachers: Campaign) -> None:
    assert not teachers.is_known("work", "headmaster")
    assert teachers.label("work", "headmaster", "en") == "headmaster"


def test_a_red_line_names_the_facts_it_rules_out(teachers: Campaign) -> None:
    assert teachers.excluded_by("nobody-from-school") == {"taught", "union-office"}
    assert teachers.must_differ_by("nobody-from-school") == frozenset()
    assert teachers.excluded_by("nobody-near") == frozenset()
    assert teachers.must_differ_by("nobody-near") == {"region"}


def test_wishes_and_skills_name_what_they_look_for(teachers: Campaign) -> None:
    assert teachers.wished_by("knows-schools") == {"taught"}
    assert teachers.met_by("resumes") == {"resume"}


def test_a_red_line_nobody_knows_is_never_taken_for_one_that_excludes_nobody(teachers: Campaign) -> None:
    with pytest.raises(UnknownChoice):
        teachers.excluded_by("nobody-from-mars")


def test_a_language_it_does_not_speak_gets_english(teachers: Campaign) -> None:
    assert teachers.languages == ("en",)
    assert teachers.text("name", "es-mx") == "After the Bell"
    assert teachers.page("about", "es").title == "About After the Bell"


def test_templates_get_every_short_text_by_its_name(teachers: Campaign) -> None:
    said = teachers.texts("en")

    assert set(said) == {"name", *texts.NAMES}
    assert said["step_write_title"] == "Words for step write title."


def test_blanks_are_filled_and_markup_is_harmless(teachers: Campaign) -> None:
    assert teachers.page("about", "en").html == (
        '<p>Write to <a href="mailto:hello@chalk.example" rel="noreferrer noopener">hello@chalk.example</a>. '
        '&lt;b onclick="x()"&gt;Bold?&lt;/b&gt; [Bad](javascript:alert%281%29)</p>\n'
        "<h2>More</h2>\n<p>Kept 30 days.</p>\n"
    )


def test_ready_texts_and_crisis_lines_are_complete(teachers: Campaign) -> None:
    closed = ReadyText("asked", "They asked", "Closed, as you asked. Backups forget in 3 days.")

    assert teachers.reply_starters("en") == (ReadyText("looking", "We are looking", "We have your message."),)
    assert teachers.closing_reasons("en") == (closed,)
    assert teachers.crisis_lines("en") == (
        CrisisLine(
            id="988",
            name="988",
            who="Counselors.",
            how="Call 988.",
            call="988",
            text_to="",
            source="https://988lifeline.org/",
            checked=date(2026, 11, 22),
        ),
    )


def test_nicknames_come_from_its_words(teachers: Campaign) -> None:
    drawn = {teachers.propose_nickname("en") for _ in range(20)}

    assert len(drawn) > 1
    assert all(name.startswith("Oak ") and " Lane " in name for name in drawn)


def test_a_folder_older_than_the_papers_goes_on_with_what_we_ship(folder: Path, shipped: Campaign) -> None:
    for path in [*folder.glob("phrases*.toml"), *(folder / f"{name}.toml" for name in LATER)]:
        path.unlink()

    older = read(folder)

    assert (older.phrases, older.occupations) == (shipped.phrases, shipped.occupations)
    assert (older.care_rules, older.letters) == (shipped.care_rules, shipped.letters)


def test_its_own_words_are_not_mixed_with_ours(folder: Path) -> None:
    (folder / "occupations.toml").unlink()

    with pytest.raises(CampaignBroken, match=r"teachers/occupations\.toml: expected this file, found none"):
        read(folder)
