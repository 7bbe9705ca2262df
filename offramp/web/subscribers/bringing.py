"""A list of people who agreed elsewhere: a file, or lines; what is wrong in it comes back to be mended."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from offramp.subscribers.legible import NotAList
from offramp.subscribers.models import Subscriber
from offramp.web import kept, pace, uploads
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.files import words
from offramp.web.subscribers.result import LONGEST, Result, bring
from offramp.web.subscription.forms import WishesForm
from offramp.web.texts import LongText
from offramp.web.uploads import takes_files

TOO_LARGE = gettext_lazy(
    "This file is larger than 10 MB. Send it in parts, or whoever looks after the server imports it with "
    "“offramp subscribers import”."
)
NO_LIST = gettext_lazy("This is not a text file. In your spreadsheet, save the list as CSV; then send that.")


class ListForm(WishesForm):
    """How often and in which language is for lines that do not say."""

    text = LongText(longest=LONGEST, required=False)
    file = forms.FileField(required=False, allow_empty_file=True)
    after = forms.IntegerField(min_value=0, required=False)  # so many lines of the file were read before
    agreed = forms.BooleanField(
        error_messages={
            "required": gettext_lazy("We write only to people who agreed. Please say that they did.")
        }
    )

    def clean(self) -> None:
        text, file = self.cleaned_data.get("text"), self.cleaned_data.get("file")
        if text and file:
            self.add_error("text", _("Send either a file or lines, and the other one after it."))
        elif not (text or file or self.errors):
            self.add_error("file", _("Choose a file, or paste lines."))


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    if request.method != "POST":
        given = {"text": kept.take(request), "rhythm": Subscriber.Rhythm.EACH, "language": get_language()}
        return _page(request, ListForm(initial=given))
    form = ListForm(request.POST, request.FILES)
    if _is_complete(request, form):
        try:
            result = bring(form.cleaned_data, by=request.keyholder.member.pk, on=timezone.now().date())
        except NotAList:
            form.add_error("file", str(NO_LIST))
        else:
            return _page(request, _next(form, result), result=result)
    if uploads.brought(request) and "file" not in form.errors:
        form.add_error("file", str(words.CHOOSE_AGAIN))
    return _page(request, form, status=pace.INCOMPLETE)


def _is_complete(request: MemberRequest, form: ListForm) -> bool:
    """Whether all of it is there, the file as well, which may not have come as far as the form."""
    turned_away = uploads.why_turned_away(request)
    if turned_away or uploads.was_cut_off(request):
        form.errors.pop("file", None)
        form.add_error("file", str(words.TURNED_AWAY[turned_away] if turned_away else TOO_LARGE))
    return form.is_valid()


def _next(form: ListForm, result: Result) -> ListForm:
    """The same wishes again, for lines that were mended or for the rest of the file."""
    wishes = {name: form.cleaned_data[name] for name in ("rhythm", "language")}
    return ListForm(initial=wishes | {"text": result.to_mend, "after": result.brought.last * result.is_cut})


def _page(
    request: MemberRequest, form: ListForm, *, result: Result | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "subscribers/import.html", {"form": form, "result": result}, status=status)
