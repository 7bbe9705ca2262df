"""The letters of one language as an Atom feed."""

from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.letters import reading
from offramp.letters.models import Text
from offramp.web.headers import public
from offramp.web.letters import rows

NEWEST = 30


class LettersFeed(Feed):  # type: ignore[type-arg] # only its stubs take types
    feed_type = Atom1Feed

    def title(self) -> str:
        name = campaigns.current().text("name", get_language() or "en")
        return _("%(name)s: open letters") % {"name": name}

    def link(self) -> str:
        return rows.absolute(reverse("letters"))

    def feed_url(self) -> str:
        return rows.absolute(reverse("letters-feed"))

    def items(self) -> list[Text]:
        texts = Text.objects.for_readers(at=timezone.now()).filter(language=get_language())
        for_all = reading.for_everybody(at=timezone.now())
        return [for_all.of(text) for text in texts.with_day_said()[:NEWEST]]

    def item_title(self, item: Text) -> str:
        return item.title

    def item_description(self, item: Text) -> str:
        return str(item.opening)

    def item_link(self, item: Text) -> str:
        return rows.absolute(reverse("letter", kwargs={"slug": item.letter.slug}))

    def item_guid(self, item: Text) -> str:
        return item.pk.urn

    def item_author_name(self, item: Text) -> str:
        return rows.Row(item.letter, item).author

    def item_pubdate(self, item: Text) -> datetime:
        return item.letter.publication.at

    def item_updateddate(self, item: Any) -> datetime:
        """The day of its newest revision, once that is a later one than it came out on."""
        out: datetime = item.letter.publication.at
        return max(out, datetime.combine(item.said_on, time(), UTC))


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return LettersFeed()(request)
