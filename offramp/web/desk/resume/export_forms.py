"""What is asked each time a paper is taken away: who it is of, and as what kind of file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from offramp.paper import contacts, resumes
from offramp.paper.contacts import Contact
from offramp.paper.writing import Form, pdf
from offramp.web.desk.resume import choices, previews

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
    """Named as in a contact, and not as fields are that are kept over a sign-in: it is kept nowhere."""

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
    def contact(self) -> Contact:
        """What was typed; profiles stand a line each."""
        typed = {key: self.cleaned_data[key] for key in contacts.blank()}
        lines = (line.strip()[:LONGEST_LINE] for line in typed["profiles"].splitlines())
        return typed | {"profiles": [line for line in lines if line][:10]}


class ExportForm(ContactForm):
    """The name is needed: a paper that names nobody is answered to nobody."""

    name = a_line(error_messages={"required": _("Please write the name that shall stand at the top.")})
    form = forms.ChoiceField(choices=FORMS)
    design = forms.ChoiceField(choices=tuple(previews.DESIGN_NAMES.items()))
    paper = forms.ChoiceField(choices=tuple(previews.PAPER_NAMES.items()))
    language = forms.ChoiceField(choices=tuple(choices.LANGUAGES.items()))
    purpose = forms.ChoiceField(choices=tuple(choices.PURPOSES.items()), required=False)
    keep = forms.BooleanField(required=False)
    knowing = forms.BooleanField(required=False)


def typed_from(contact: Contact) -> Contact:
    """As it stands in the fields of a form."""
    known = {key: contact.get(key, "") for key in contacts.blank()}
    return known | {"profiles": "\n".join(contact.get("profiles", []))}


def begun(content: dict[str, Any], contact: Contact) -> ExportForm:
    """As the paper is set, and with what is kept of its owner."""
    return ExportForm(
        initial=typed_from(contact)
        | {
            "form": Form.PDF,
            "design": content["design"] or pdf.DESIGNS[0],
            "paper": content["paper"],
            "language": content["language"],
            "purpose": content.get("purpose", resumes.PURPOSES[0]),
        }
    )
