"""The first message and what may come with it: choices of the campaign, each of them optional."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from offramp.campaigns.campaign import Campaign
from offramp.pairing.cards import Asked
from offramp.web import drafts
from offramp.web.letters import rows
from offramp.web.texts import LongText

LONGEST_NICKNAME = 40
LONGEST_RED_LINE = 1_000
# Field of the form -> the campaign's kind of choice.
ONE_OF = {"work": "work", "years": "years", "region": "region"}
SOME_OF = {"help": "help", "languages": "language", "wishes": "wish", "red_lines": "red-line"}


class AskingForm(forms.Form):
    """`token` is the draft to show again: the same while it is good, a fresh one when it is not."""

    text = LongText()
    nickname = LongText(longest=LONGEST_NICKNAME, required=False)
    red_line_words = LongText(longest=LONGEST_RED_LINE, required=False)
    draft = forms.Field(required=False)
    website = forms.Field(required=False)
    letter = forms.Field(required=False)

    def __init__(self, *args: Any, campaign: Campaign, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.language = campaign, language
        self.token = ""
        gone = {"invalid_choice": gettext_lazy("This choice is no longer offered. Please choose again.")}
        for name, kind in ONE_OF.items():
            self.fields[name] = forms.ChoiceField(
                choices=self._choices(kind), required=False, error_messages=gone
            )
        for name, kind in SOME_OF.items():
            self.fields[name] = forms.MultipleChoiceField(
                choices=self._choices(kind), required=False, error_messages=gone
            )

    @property
    def tells_more(self) -> bool:
        """Whether something behind the folded questions was answered, or answered wrongly."""
        folded = ("work", "years", "region", "languages", "wishes", "red_lines", "red_line_words")
        return any(self[name].value() or self[name].errors for name in folded) or "nickname" in self.errors

    def clean_draft(self) -> bytes:
        """A program is too fast, a forgotten page too old; a person presses the button once more."""
        self.token = self.cleaned_data["draft"] or ""
        try:
            return drafts.read(self.token).draft
        except drafts.TooFast:
            self.add_error(None, _("That was very quick. Look at your text once more, then send it."))
        except (drafts.TooOld, drafts.Forged):
            self.token = drafts.issue()
            self.add_error(
                None, _("This page had been open for a long time. Look at your text once more, then send it.")
            )
        return b""

    def clean_website(self) -> None:
        """No person sees this field; a browser that fills it in all the same loses nothing."""
        if self.cleaned_data["website"]:
            self.add_error(
                None, _("Something filled in a field that must stay empty. Please send it once more.")
            )

    def clean_letter(self) -> str:
        """The letter they came from; what is no letter of ours is not worth a word."""
        found = rows.named(self.cleaned_data["letter"])
        return found.letter.slug if found else ""

    def clean(self) -> None:
        region, ruled_out = self.cleaned_data.get("region"), self.cleaned_data.get("red_lines", [])
        if not region and any("region" in self.campaign.must_differ_by(line) for line in ruled_out):
            self.add_error("region", _("You ruled out people from your region. Please say which one it is."))

    def asked(self, *, on: date) -> Asked:
        """The card. Whoever emptied the nickname gets one: the lists need something to call them."""
        said = self.cleaned_data
        return Asked(
            day=on,
            nickname=said["nickname"] or self.campaign.propose_nickname(self.language),
            red_line_words=said["red_line_words"],
            help=tuple(said["help"]),
            work=said["work"],
            years=said["years"],
            region=said["region"],
            languages=tuple(said["languages"]),
            wishes=tuple(said["wishes"]),
            red_lines=tuple(said["red_lines"]),
            letter=said["letter"],
        )

    def _choices(self, kind: str) -> list[tuple[str, str]]:
        return [(choice.id, choice.label) for choice in self.campaign.choices(kind, self.language)]
