"""Which tables a backup holds, in which order, as the migrations that ran left them."""

from collections.abc import Iterable
from graphlib import TopologicalSorter

from django.db import connection
from django.db.migrations.graph import MigrationGraph
from django.db.migrations.loader import MigrationLoader
from django.db.models import ForeignKey, Model

Migration = tuple[str, str]  # the room and the name

LEFT_OUT = {
    "people.session": "opened by the cookies of visits that end with this installation",
    "notices.outgoing": "single mails, which went out since or say what is not true any more",
    "notices.share": "how many mails an address got on that day",
    "upkeep.chore": "tells when this machine did its chores, and no other",
}


def ran() -> list[Migration]:
    """The migrations of our rooms that the database has seen."""
    loader = MigrationLoader(connection)
    return sorted(set(loader.applied_migrations or {}) & set(loader.graph.nodes))


def unknown(migrations: Iterable[Migration]) -> list[Migration]:
    """Those that this code does not have."""
    return sorted(set(migrations) - set(MigrationLoader(None).graph.nodes))


def last(migrations: Iterable[Migration]) -> list[Migration]:
    """Of each room the ones that no other of these comes after: to have run them is to have run all."""
    chosen = set(migrations)
    graph: MigrationGraph = MigrationLoader(None).graph
    return [one for one in sorted(chosen) if not any(_follows(graph, one, other) for other in chosen)]


def models_after(migrations: Iterable[Migration]) -> dict[str, type[Model]]:
    """Every kept table's model as it was then; none comes before one whose rows it points at."""
    state = MigrationLoader(None).project_state(last(migrations))
    kept = {
        model._meta.label_lower: model
        for model in state.apps.get_models()
        if model._meta.label_lower not in LEFT_OUT
    }
    points_at = {label: sorted(_points_at(model) - {label}) for label, model in sorted(kept.items())}
    return {label: kept[label] for label in TopologicalSorter(points_at).static_order()}


def _follows(graph: MigrationGraph, one: Migration, other: Migration) -> bool:
    return other[0] == one[0] and other in graph.node_map[one].children


def _points_at(model: type[Model]) -> set[str]:
    return {
        field.related_model._meta.label_lower
        for field in model._meta.local_concrete_fields
        if isinstance(field, ForeignKey) and not isinstance(field.related_model, str)
    }
