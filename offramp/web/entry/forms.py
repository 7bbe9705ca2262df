"""A code as people type it, and what is said when it cannot be one."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from offramp.sealed.codes import Code, TooLong, UnknownWords, WrongCount


class CodeForm(forms.Form):
    """Eight words of the list; whose they are is not asked here."""

    code = forms.Field(required=False)

    def clean_code(self) -> Code:
        typed = self.cleaned_data["code"] or ""
        if not typed.strip():
            raise forms.ValidationError(_("Please type the eight words of your code."))
        try:
            return Code.read(typed)
        except TooLong:
            raise forms.ValidationError(
                _("That is more than eight words. Type only the words of your code.")
            ) from None
        except WrongCount as wrong:
            raise forms.ValidationError(miscounted(wrong.count)) from None
        except UnknownWords as unknown:
            raise forms.ValidationError([misread(*word) for word in unknown.words.items()]) from None


def miscounted(count: int) -> str:
    words = ngettext(
        "A code has eight words; this is %(count)d word.",
        "A code has eight words; these are %(count)d words.",
        count,
    )
    return words % {"count": count}


def misread(word: str, nearest: list[str]) -> str:
    """Nearness is to the list alone: it says nothing about any code."""
    if not nearest:
        return _("“%(word)s” is not in our list of words.") % {"word": word}
    sentence = _("“%(word)s” is not in our list of words. Is it one of these: %(nearest)s?")
    return sentence % {"word": word, "nearest": ", ".join(nearest)}
