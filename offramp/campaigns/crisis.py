"""crisis.toml: people to talk to tonight, who they are, and where we read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages, Wording


@dataclass(frozen=True)
class CrisisLine:
    """One line to call or text, in the reader's language; a way that does not exist is empty."""

    id: str
    name: str
    who: str
    how: str
    call: str
    text_to: str
    source: str
    checked: date


def read_crisis(whole: Table, languages: Languages) -> Wording[tuple[CrisisLine, ...]]:
    """Every crisis line, in the order of the file. Raises CampaignBroken."""
    whole.only("line")
    return Wording({code: tuple(_lines(whole, languages, code)) for code in languages.codes})


def _lines(whole: Table, languages: Languages, code: str) -> Iterator[CrisisLine]:
    taken: set[str] = set()
    for table in whole.each("line"):
        table.only("id", "name", "who", "how", "call", "text_to", "source", "checked")
        taken.add(name := table.id(taken))
        source = table.text("source")
        if not source.startswith("https://"):
            raise table.broken("source", "an address that begins with https://", f"“{source}”")
        yield CrisisLine(
            id=name,
            name=table.said("name", languages).said_in(code),
            who=table.said("who", languages).said_in(code),
            how=table.said("how", languages).said_in(code),
            call=_number(table, "call"),
            text_to=_number(table, "text_to"),
            source=source,
            checked=table.day("checked"),
        )


def _number(table: Table, key: str) -> str:
    """Digits, dashes and commas (a pause before an extension), since it becomes a tel: link."""
    if not any(way in table.values for way in ("call", "text_to")):
        raise table.broken("id", "“call” or “text_to”", "neither")
    if key not in table.values:
        return ""
    number = table.text(key)
    if not number.replace("-", "").replace(",", "").isdigit():
        raise table.broken(key, "a telephone number in digits and dashes", f"“{number}”")
    return number
