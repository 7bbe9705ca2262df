"""Plain text for forms: a paragraph is a line, a bullet a hyphen."""

import json
from typing import Any

import pytest

from offramp.paper import writing
from offramp.paper.writing import Form
from tests.paper.samples import EVERY, sample


def written(resume: dict[str, Any]) -> str:
    return writing.write(resume, Form.TXT).decode()


def test_a_resume_is_blocks_of_lines() -> None:
    resume = {
        "basics": {
            "name": "Ada Quill",
            "label": "Auditor",
            "phone": "555-0142",
            "summary": "Calm. " * 40 + "\nKind.",
        },
        "work": [
            {"name": "Acme", "position": "Clerk", "startDate": "2019", "highlights": ["Counted.", "Wrote."]},
            {"name": "Bolt", "position": "Driver"},
        ],
        "skills": [{"name": "Audit"}, {"name": "Maps"}],
    }

    assert written(resume) == (
        "Ada Quill\nAuditor\n555-0142\n\n"
        f"SUMMARY\n{'Calm. ' * 39}Calm.\nKind.\n\n"
        "WORK EXPERIENCE\nAcme\nClerk\n2019 \N{EN DASH} present\n- Counted.\n- Wrote.\n\n"
        "Bolt\nDriver\n\n"
        "SKILLS\nAudit\nMaps\n"
    )


def test_a_letter_is_paragraphs_with_room_between() -> None:
    letter = {
        "basics": {"name": "Ada Quill"},
        "x-letter": {
            "to": ["Ms. Raman", "Phoenix"],
            "greeting": "Dear Ms. Raman,",
            "paragraphs": ["One.", "Two."],
            "closing": "Yours,",
        },
    }

    assert (
        written(letter)
        == "Ada Quill\n\nMs. Raman\nPhoenix\n\nDear Ms. Raman,\n\nOne.\n\nTwo.\n\nYours,\nAda Quill\n"
    )


@pytest.mark.parametrize("name", EVERY)
def test_json_is_what_it_was_made_of(name: str) -> None:
    assert json.loads(writing.write(sample(name), Form.JSON)) == sample(name)
