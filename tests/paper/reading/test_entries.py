"""Entries of several lines: told from each other by their look, their space and what each line says."""

from offramp.paper.reading import blocks, honors, lines, lists, projects, schools, skills
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

HONORS = ("title", "awarder", "date")


def bold(text: str) -> Line:
    return Line((text,), is_bold=True, size=12)


def plain(text: str) -> Line:
    return Line((text,), size=10)


def test_an_award_of_several_lines_is_one_entry() -> None:
    told = [
        bold("Best Report"),
        plain("Awarded by City of Austin \u2022 May 2020"),
        plain("For a review of nine hundred open files in one year."),
        bold("Safe Driver"),
        plain("March 2019"),
    ]

    assert honors.read(told, HONORS, Kept()) == [
        {
            "title": "Best Report",
            "awarder": "City of Austin",
            "date": "2020-05",
            "summary": "For a review of nine hundred open files in one year.",
        },
        {"title": "Safe Driver", "date": "2019-03"},
    ]


def test_empty_lines_of_a_text_keep_entries_apart() -> None:
    told = lines.of_text("First Aid\nRed Cross\n2021\n\nForklift\nAcme Depot\n2019")

    assert [[line.text for line in block] for block in blocks.of(told)] == [
        ["First Aid", "Red Cross", "2021"],
        ["Forklift", "Acme Depot", "2019"],
    ]


def test_skills_stand_below_their_group_and_its_level() -> None:
    told = [
        bold("Records"),
        plain("Advanced"),
        plain("Filing, Indexing"),
        bold("Office (Basic)"),
        plain("Excel"),
    ]

    assert skills.read(told, "Skills") == [
        {"name": "Records", "level": "Advanced", "keywords": ["Filing", "Indexing"]},
        {"name": "Office", "level": "Basic", "keywords": ["Excel"]},
    ]


def test_languages_stand_above_their_levels() -> None:
    told = [Line(("Spanish", "English"), is_bold=True, size=12), Line(("Native", "Fluent"), size=10)]

    assert lists.languages(told, Kept()) == [
        {"language": "Spanish", "fluency": "Native"},
        {"language": "English", "fluency": "Fluent"},
    ]


def test_who_says_it_stands_below_what_is_said() -> None:
    told = [plain("\u201cShe answers every letter.\u201d"), plain("\u2014 Ruth Okafor")]

    assert lists.references(told, Kept()) == [
        {"reference": "She answers every letter.", "name": "Ruth Okafor"}
    ]


def test_a_project_says_when_and_where_below_its_name() -> None:
    told = [
        bold("Case Index"),
        plain("Jan 2020 - May 2021"),
        plain("example.org/index"),
        plain("Roles: Lead"),
    ]

    assert projects.read(told, Kept()) == [
        {
            "name": "Case Index",
            "startDate": "2020-01",
            "endDate": "2021-05",
            "url": "example.org/index",
            "roles": ["Lead"],
        }
    ]


def test_a_school_and_a_subject_that_no_word_tells_are_told_by_their_look() -> None:
    told = [
        bold("freeCodeCamp"),
        plain("Self-Study in Information Technology"),
        plain("2020 - 2021"),
        bold("Stanford"),
        plain("Bachelor, Biology"),
        plain("2015 - 2019"),
        plain("Courses"),
        Line(("Genetics",), item=1, size=10),
    ]

    assert schools.read(told, Kept()) == [
        {
            "institution": "freeCodeCamp",
            "studyType": "Self-Study",
            "area": "Information Technology",
            "startDate": "2020",
            "endDate": "2021",
        },
        {
            "institution": "Stanford",
            "studyType": "Bachelor",
            "area": "Biology",
            "startDate": "2015",
            "endDate": "2019",
            "courses": ["Genetics"],
        },
    ]
