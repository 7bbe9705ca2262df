"""What stands in for a name in a preview: nobody needs to know whose paper it is to read it."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from offramp.paper.contacts import Contact


def contact(language: str) -> Contact:
    """In the paper's own language."""
    with override(language):
        return {
            "name": _("Your name"),
            "phone": _("Your phone"),
            "email": _("Your e-mail"),
            "city": _("Your city"),
        }
