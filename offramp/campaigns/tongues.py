"""What a language is called, and where its lines begin: its own file says it, so that we know none."""

from django.utils.translation import get_language, override, pgettext


def own_name(code: str) -> str:
    with override(code):
        return pgettext("the name of your language, in your language", "English")


def direction(code: str | None = None) -> str:
    """ltr or rtl, as HTML says it; of the language that is spoken now, if none is named."""
    with override(code or get_language()):
        return "rtl" if pgettext("the direction of your writing: ltr or rtl", "ltr") == "rtl" else "ltr"
