"""What we write we read again whole, in each form."""

from typing import Any

import pytest

from offramp.paper import reading, writing
from offramp.paper.writing import Form

RESUME: dict[str, Any] = {
    "basics": {"name": "Jane Doe", "email": "jane@example.org", "label": "Records Clerk"},
    "work": [
        {
            "name": "Allen Records",
            "position": "Research Clerk",
            "location": "London",
            "startDate": "2021-02",
            "description": "Keeper of old files",
            "url": "records.example.org",
            "summary": "Worked on the case index",
            "highlights": ["Filed cases"],
        },
        {
            "name": "Allen Records",
            "position": "Intern",
            "location": "London",
            "startDate": "2020-02",
            "endDate": "2021-01",
        },
    ],
    "education": [
        {
            "institution": "Stanford University",
            "studyType": "Master",
            "area": "History",
            "startDate": "2017-08",
            "endDate": "2019-05",
            "url": "stanford.example.org",
            "courses": ["DB1101 - Basic SQL", "CS2011 - Java"],
        }
    ],
    "skills": [
        {"name": "Languages", "keywords": ["Python", "Dart"]},
        {"name": "Excel", "level": "Advanced"},
    ],
    "certificates": [
        {"name": "Certified Clerk - Professional", "issuer": "City of Austin", "date": "2021-03"}
    ],
    "projects": [
        {
            "name": "Case Index",
            "startDate": "2016-08",
            "endDate": "2016-09",
            "url": "index.example.org",
            "entity": "City of Austin",
            "type": "application",
            "roles": ["Lead", "Author"],
            "description": "An index of all open files.",
            "keywords": ["SQL", "Maps"],
            "highlights": ["Won an award"],
        }
    ],
    "awards": [
        {
            "title": "Best Index",
            "awarder": "RecordsConf 2022",
            "date": "2022-08",
            "summary": "There is no spoon.",
        }
    ],
    "publications": [
        {
            "name": "On Files",
            "publisher": "Archive",
            "releaseDate": "2014-10",
            "url": "archive.example.org/files",
            "summary": "How to keep many files for many years.",
        }
    ],
    "interests": [
        {"name": "Chess", "keywords": ["Openings"], "summary": "I play every week in a small club."}
    ],
    "references": [
        {
            "name": "John Smith, Records Director at Allen Records",
            "reference": "Jane answers every letter within a day, and keeps the files in order.",
        }
    ],
    "x-language": "en",
}


@pytest.mark.parametrize(
    ("form", "design"),
    [(Form.TXT, ""), (Form.DOCX, ""), (Form.PDF, "plain"), (Form.PDF, "classic"), (Form.PDF, "modern")],
)
def test_what_was_written_is_read_again(form: Form, design: str) -> None:
    written = writing.write(RESUME, form, design=design, paper="letter")

    read = reading.read(written, is_confined=False)

    assert (read.resume, read.unread) == (RESUME, ())
