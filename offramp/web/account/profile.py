"""What an adviser says of themself, for the front desk to choose by."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp import campaigns
from offramp.advisers import actions
from offramp.advisers.actions import About
from offramp.advisers.models import Profile
from offramp.campaigns.choices import Choice
from offramp.web import kept
from offramp.web.doors import MemberRequest, for_adviser
from offramp.web.texts import LongText

MOST_PEOPLE = 30
LONGEST_WORDS = 2000
CHOICES = ("skill", "language", "region", "fact")


class ProfileForm(forms.Form):
    skill = forms.MultipleChoiceField(required=False)
    language = forms.MultipleChoiceField(
        error_messages={"required": _("Tick at least one language: without it nobody can be brought to you.")}
    )
    region = forms.ChoiceField(required=False)
    fact = forms.MultipleChoiceField(required=False)
    capacity = forms.IntegerField(
        min_value=0,
        max_value=MOST_PEOPLE,
        error_messages={
            "required": _("Say how many people you can accompany at a time."),
            "invalid": _("Say how many people with a number, such as 3."),
            "max_value": _("Say a number up to %(limit_value)s."),
            "min_value": _("Say a number from %(limit_value)s on."),
        },
    )
    is_away = forms.BooleanField(required=False)
    text = LongText(required=False, longest=LONGEST_WORDS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in CHOICES:
            field = self.fields[kind]
            if isinstance(field, forms.ChoiceField):
                field.choices = [(one.id, one.label) for one in choices(kind)]

    def about(self) -> About:
        said = self.cleaned_data
        return About(
            skills=tuple(said["skill"]),
            languages=tuple(said["language"]),
            region=said["region"],
            facts=tuple(said["fact"]),
            words=said["text"],
        )


@require_http_methods(["GET", "HEAD", "POST"])
@for_adviser
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        profile, about = actions.own(by=request.keyholder)
        text = kept.take(request)
        form = ProfileForm(initial=said_before(profile, about) | ({"text": text} if text else {}))
        return _page(request, form, status=200, was_away=bool(text))
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    said = form.cleaned_data
    actions.describe(
        by=request.keyholder, about=form.about(), capacity=said["capacity"], is_away=said["is_away"]
    )
    return redirect("account")


def said_before(profile: Profile, about: About) -> dict[str, Any]:
    return {
        "skill": list(about.skills),
        "language": list(about.languages),
        "region": about.region,
        "fact": list(about.facts),
        "capacity": profile.capacity,
        "is_away": profile.is_away,
        "text": about.words,
    }


def choices(kind: str) -> tuple[Choice, ...]:
    return campaigns.current().choices(kind, get_language() or "")


def _page(request: MemberRequest, form: ProfileForm, *, status: int, was_away: bool = False) -> HttpResponse:
    groups = {f"{kind}_choices": choices(kind) for kind in CHOICES}
    context = {"form": form, "was_away": was_away, "most_people": MOST_PEOPLE} | groups
    return render(request, "account/profile.html", context, status=status)
