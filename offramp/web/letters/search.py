"""Looking for words in the letters, in every language at once."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp.letters import reading
from offramp.web.letters.rows import Row

LONGEST = 100  # characters
MOST = 50  # letters; whoever finds more adds a word


class SearchForm(forms.Form):
    words = forms.CharField(max_length=LONGEST, required=False)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    return render(request, "letters/search.html", {"form": form, "words": words, "rows": found(words)})


def found(words: str) -> list[Row]:
    """Each letter once, in the reader's language if the words stand there, too."""
    if not words:
        return []
    rows: dict[str, Row] = {}
    for text in reading.found(words, at=timezone.now(), most=2 * MOST):
        if text.letter.slug not in rows or text.language == get_language():
            rows[text.letter.slug] = Row(text.letter, text)
    return list(rows.values())[:MOST]
