"""care.toml: what must not leave with a résumé or a letter, and what to write instead."""

from offramp.campaigns.table import Table
from offramp.campaigns.wording import Languages
from offramp.paper import care

KEYS = ("id", "name", "reason", "safer", "words", "cues", "near", "innocent")


def read_care(whole: Table, languages: Languages) -> care.Rules:
    """A rule for every kind of mark there is. Raises CampaignBroken."""
    whole.only("ordinary", "given", "kind")
    kinds: dict[str, care.Kind] = {}
    for table in whole.each("kind"):
        kind = _kind(table, languages, kinds)
        kinds[kind.id] = kind
    if missing := [name for name in care.KINDS if name not in kinds]:
        raise whole.broken("kind", f"a [[kind]] for “{missing[0]}”", "none")
    return care.Rules(kinds, frozenset(_words(whole, "ordinary")), frozenset(_words(whole, "given")))


def _kind(table: Table, languages: Languages, taken: dict[str, care.Kind]) -> care.Kind:
    name = table.only(*KEYS).id_among(care.KINDS, taken)
    return care.Kind(
        id=name,
        name=table.said("name", languages).versions,
        reason=table.said("reason", languages).versions,
        safer=table.said("safer", languages).versions,
        words=_words(table, "words"),
        cues=_words(table, "cues"),
        near=_words(table, "near"),
        innocent=_words(table, "innocent"),
    )


def _words(table: Table, key: str) -> tuple[str, ...]:
    """A list that may be left out."""
    return table.list_of(key, str, "words") if key in table.values else ()
