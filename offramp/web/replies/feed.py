"""What was replied lately, to one letter or to any, as an Atom feed."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.letters.models import Letter
from offramp.replies import showing
from offramp.replies.models import Reply
from offramp.web.headers import public
from offramp.web.letters import rows


class RepliesFeed(Feed):  # type: ignore[type-arg] # only its stubs take types
    feed_type = Atom1Feed

    def title(self) -> str:
        name = campaigns.current().text("name", get_language() or "en")
        return _("%(name)s: replies to the open letters") % {"name": name}

    def link(self) -> str:
        return rows.absolute(reverse("letters"))

    def feed_url(self) -> str:
        return rows.absolute(reverse("replies-feed"))

    def items(self) -> list[Reply]:
        return list(showing.newest(at=timezone.now()))

    def item_title(self, item: Reply) -> str:
        return _("%(name)s on “%(letter)s”") % {
            "name": _who(item),
            "letter": rows.shown(item.letter).text.title,
        }

    def item_description(self, item: Reply) -> str:
        """The text, nothing in it taken for HTML."""
        return linebreaks(item.text, autoescape=True)

    def item_link(self, item: Reply) -> str:
        return rows.absolute(reverse("reply", kwargs={"uuid": item.pk}))

    def item_guid(self, item: Reply) -> str:
        return item.pk.urn

    def item_author_name(self, item: Reply) -> str:
        return _who(item)

    def item_pubdate(self, item: Reply) -> datetime:
        return item.at

    def item_updateddate(self, item: Reply) -> datetime:
        return item.at


class LetterFeed(RepliesFeed):
    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    def title(self) -> str:
        return _("Replies to “%(letter)s”") % {"letter": rows.shown(self.letter).text.title}

    def link(self) -> str:
        return rows.absolute(reverse("letter", kwargs={"slug": self.letter.slug}))

    def feed_url(self) -> str:
        return rows.absolute(reverse("replies-feed-of-letter", kwargs={"slug": self.letter.slug}))

    def items(self) -> list[Reply]:
        return list(showing.newest(at=timezone.now(), letter=self.letter))


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return RepliesFeed()(request)


@public
@require_safe
def show_of_letter(request: HttpRequest, slug: str) -> HttpResponse:
    letter = get_object_or_404(Letter.objects.for_readers(at=timezone.now()), slug=slug)
    return LetterFeed(letter)(request)


def _who(reply: Reply) -> str:
    """A feed has no badge: what is ours says so in words."""
    speaks_for_us: bool = reply.speaks_for_us  # type: ignore[attr-defined] # annotated
    return _("%(name)s (the campaign)") % {"name": reply.name} if speaks_for_us else reply.name
