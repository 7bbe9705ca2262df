"""What is asked each time a paper is taken away: who it is of, and as what kind of file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from offramp.paper import contacts, resumes
from offramp.paper.contacts import Contact
from offramp.paper.writing import Form, pdf
from offramp.web.desk.resume import care_marks, choices, previews
from offramp.web.fields import BEGINNING, Fields

LONGEST_LINE = 300
FORMS = (
    (Form.PDF, "PDF"),
    (Form.DOCX, "Word (.docx)"),
    (Form.TXT, _("Plain text")),
    (Form.JSON, "JSON Resume"),
)
TOO_LONG = _("This is longer than %(limit_value)d characters. Please shorten it.")


def a_line(**kwargs: Any) -> forms.CharField:
    messages = {"max_length": TOO_LONG} | kwargs.pop("error_messages", {})
    return forms.CharField(max_length=LONGEST_LINE, error_messages=messages, **kwargs)


class ContactForm(forms.Form):
    """Who a paper is of, by the names of a contact."""

    name = a_line(required=False)
    email = a_line(required=False)
    phone = a_line(required=False)
    address = a_line(required=False)
    city = a_line(required=False)
    region = a_line(required=False)
    postalCode = a_line(required=False)  # noqa: N815 (as JSON Resume has it)
    country = a_line(required=False)
    url = a_line(required=False)
    profiles = forms.CharField(max_length=2_000, required=False)

    @property
    def has_more(self) -> bool:
        """Whether anything stands in the part that is folded: nothing goes into a file unseen."""
        return any(self[key].value() for key in ("address", "postalCode", "country", "url", "profiles"))

    @property
    def own(self) -> list[str]:
        """What stands in the fields, checked or not: it belongs at the top and not among the other words."""
        return [
            line.strip()
            for key in (*care_marks.OWN, "profiles")
            for line in str(self[key].value() or "").splitlines()
        ]

    @property
    def contact(self) -> Contact:
        """What was typed; profiles stand a line each."""
        typed = {key: self.cleaned_data[key] for key in contacts.blank()}
        lines = (line.strip()[:LONGEST_LINE] for line in typed["profiles"].splitlines())
        return typed | {"profiles": [line for line in lines if line][:10]}


class ExportForm(ContactForm):
    """The name is needed: a paper that names nobody is answered to nobody.

    Fields named like this come back after a sign-in: sealed in the visit until their page is opened.
    """

    prefix = BEGINNING.rstrip("-")

    name = a_line(error_messages={"required": _("Please write the name that shall stand at the top.")})
    form = forms.ChoiceField(choices=FORMS)
    design = forms.ChoiceField(choices=tuple(previews.DESIGN_NAMES.items()))
    paper = forms.ChoiceField(choices=tuple(previews.PAPER_NAMES.items()))
    language = forms.ChoiceField(choices=tuple(choices.LANGUAGES.items()))
    purpose = forms.ChoiceField(choices=tuple(choices.PURPOSES.items()), required=False)
    keep = forms.BooleanField(required=False)
    knowing = forms.BooleanField(required=False)

    def add_prefix(self, field_name: str) -> str:
        """But for what was known before the sign-in: that is asked anew."""
        return field_name if field_name == "knowing" else super().add_prefix(field_name)


def typed_from(contact: Contact) -> Contact:
    """As it stands in the fields of a form."""
    known = {key: contact.get(key, "") for key in contacts.blank()}
    return known | {"profiles": "\n".join(contact.get("profiles", []))}


def begun(content: dict[str, Any], contact: Contact, typed: Fields) -> ExportForm:
    """As the paper is set, with what is kept of its owner, and what was typed before a sign-in.

    Where something is kept, it stays so unless somebody takes the tick away.
    """
    return ExportForm(
        initial=typed_from(contact)
        | {
            "form": Form.PDF,
            "design": content["design"] or pdf.DESIGNS[0],
            "paper": content["paper"],
            "language": content["language"],
            "purpose": content.get("purpose", resumes.PURPOSES[0]),
            "keep": bool(contact) and not typed,
        }
        | typed
    )
