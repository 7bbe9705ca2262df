"""What every template keeps to, so that the content policy holds and no text is lost or left untranslated."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules import source

TEMPLATES = source.files("offramp", ".html")
ATTRIBUTES_WITH_WORDS = r'(?:alt|aria-label|aria-description|placeholder|title|content)="([^"]*)"'
FIELD = re.compile(r"<(?:textarea|input)\b[^>]*>", re.DOTALL)
# Classes and attributes that a page adds to a tag of the layout: no words for people.
BLOCKS_WITHIN_TAGS = {
    block
    for path in TEMPLATES
    for tag in re.findall(r"<[a-z][^<>]*>", path.read_text())
    for block in re.findall(r"{% block (\w+) %}", tag)
}
TYPED = re.compile(r'^<textarea|\btype="(?:text|search|email)"')


def inline_code(text: str) -> list[str]:
    """Scripts and styles the content policy refuses, and anything fetched from elsewhere."""
    patterns = (
        r"<script(?![^>]*\bsrc=)[^>]*>",
        r"<style\b",
        r'\sstyle="',
        r'\son[a-z]+="',
        r"javascript:",
        r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?//',
    )
    return [match for pattern in patterns for match in re.findall(pattern, text)]


def unescaped(text: str) -> list[str]:
    return re.findall(r"\|\s*safe\b|autoescape\s+off", text)


def fields_that_forget_or_remember(text: str) -> list[str]:
    """Without a limit the end of a text is lost; without autocomplete="off" the Back button restores it."""
    return [
        field
        for field in FIELD.findall(text)
        if TYPED.search(field) and not ("maxlength=" in field and 'autocomplete="off"' in field)
    ]


def unprotected_forms(text: str) -> list[str]:
    """Only leaving, and opening the form from a letter, work without the token: they must do so from pages
    that set no cookie, and neither changes anything."""
    forms = re.findall(r'<form\b[^>]*method="post".*?</form>', text, re.DOTALL)
    return [
        form
        for form in forms
        if "csrf_token" not in form
        and not any(f"{{% url '{name}' %}}" in form.replace('"', "'") for name in ("leave", "help-letter"))
    ]


def untranslated(text: str) -> list[str]:
    """Words outside `{% translate %}` and `{% blocktranslate %}`, which makemessages would never see."""
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}|<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.DOTALL)
    text = re.sub(rf"{{% block (?:{'|'.join(BLOCKS_WITHIN_TAGS)}) %}}.*?{{% endblock %}}", "", text)
    text = re.sub(r"{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL)
    shown = re.findall(ATTRIBUTES_WITH_WORDS, re.sub(r"<meta\b[^>]*>", "", text))
    shown.append(re.sub(r"<(?:svg\b.*?</svg|[^>]*)>", " ", text, flags=re.DOTALL))
    return [word for part in shown for word in re.findall(r"&\w+;|([^\W\d_]{2,})", part) if word]


def written(path: Path) -> str:
    """A mail carries its look within it, since no mail program asks us for one; else it keeps all rules."""
    text = path.read_text()
    is_mail = path.parent.name == "mail"
    return re.sub(r'<style>.*?</style>|\sstyle="[^"]*"', "", text, flags=re.DOTALL) if is_mail else text


RULES = [inline_code, unescaped, fields_that_forget_or_remember, unprotected_forms, untranslated]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_template_keeps_the_rule(rule: Callable[[str], list[str]]) -> None:
    found = {source.name(path): rule(written(path)) for path in TEMPLATES}

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("rule", "written"),
    [
        (inline_code, '<p style="color: red">'),
        (inline_code, "<script>alert(1)</script>"),
        (inline_code, '<img src="https://example.org/x.png">'),
        (unescaped, "{{ text|safe }}"),
        (fields_that_forget_or_remember, '<textarea name="text" autocomplete="off">'),
        (fields_that_forget_or_remember, '<input type="text" maxlength="40">'),
        (unprotected_forms, '<form method="post"><button></button></form>'),
        (untranslated, "<p>Hello</p>"),
        (untranslated, '<nav aria-label="Places">'),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_each_rule_sees_what_it_forbids(rule: Callable[[str], list[str]], written: str) -> None:
    assert len(rule(written)) == 1


def test_only_campaign_pages_and_drawings_are_trusted_as_html() -> None:
    """Elsewhere nothing a person wrote can be marked as safe by mistake."""
    marking = [
        source.name(path)
        for path in source.files("offramp", ".py")
        if re.search(r"\bmark_safe\b|\bSafeString\(", path.read_text())
        and not source.name(path).startswith("offramp/campaigns/")
    ]

    assert marking == []
