"""replies.toml: kind words the front desk starts from, and what a closed request says."""

from dataclasses import dataclass

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages, Wording

KINDS = ("starter", "closing")


@dataclass(frozen=True)
class ReadyText:
    """A title for the organizer, and words for the seeker."""

    id: str
    title: str
    text: str


Replies = Wording[tuple[ReadyText, ...]]


def read_replies(whole: Table, languages: Languages) -> dict[str, Replies]:
    """The starters and the closing reasons. Raises CampaignBroken."""
    whole.only(*KINDS)
    return {
        kind: Wording({code: _ready(whole, kind, languages, code) for code in languages.codes})
        for kind in KINDS
    }


def _ready(whole: Table, kind: str, languages: Languages, code: str) -> tuple[ReadyText, ...]:
    ready: dict[str, ReadyText] = {}
    for table in whole.each(kind):
        table.only("id", "title", "text")
        name = table.id(ready)
        title = table.said("title", languages).said_in(code)
        ready[name] = ReadyText(name, title, table.said("text", languages).said_in(code))
    return tuple(ready.values())
