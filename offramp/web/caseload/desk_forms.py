"""The forms of a suggestion, and what is said of one that cannot be sent."""

from django import forms
from django.utils.translation import gettext as _

from offramp.documents.kinds.kind import LONGEST_PLACE, Refused, TooLong, TooManyPlaces
from offramp.documents.proposals import PlaceChanged
from offramp.documents.suggestions import LONGEST_REASON, NothingChanged, TooManyWaiting
from offramp.web.texts import LongText

Trouble = Refused | PlaceChanged | NothingChanged | TooManyWaiting


class ReasonForm(forms.Form):
    """The reason alone is the text of a removal."""

    text = LongText(longest=LONGEST_REASON, required=False)
    old = LongText(longest=LONGEST_PLACE, required=False, strip=False)  # what the adviser read there


class WordsForm(forms.Form):
    """Words for a place, and why."""

    text = LongText(longest=LONGEST_PLACE)
    reason = LongText(longest=LONGEST_REASON, required=False)
    old = LongText(longest=LONGEST_PLACE, required=False, strip=False)


Form = ReasonForm | WordsForm


def begun(text: str, reason: str, *, old: str) -> WordsForm:
    return WordsForm(initial={"text": text, "reason": reason, "old": old})


def sentence(trouble: Trouble) -> str:
    """Why it was not sent, in words."""
    if isinstance(trouble, NothingChanged):
        return _("This is what stands there already. Change something first.")
    if isinstance(trouble, PlaceChanged):
        return _(
            "They changed this place while you were writing. Look at it as it stands now, then send again."
        )
    if isinstance(trouble, TooManyWaiting):
        return _("Very many suggestions wait for an answer already. Let them decide on some of those first.")
    if isinstance(trouble, TooLong):
        return _("This is longer than %(most)s characters. Please shorten it.") % {"most": trouble.most}
    if isinstance(trouble, TooManyPlaces):
        return _("There is no room for one more place. Suggest to change one instead.")
    return _("The whole document would become too long with it. Please shorten it.")
