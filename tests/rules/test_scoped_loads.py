"""A page reaches rows only through a person: `Thread.objects.for_member(…)`, never `.objects.get(…)`."""

import ast

from tests.rules import source

SHORTCUTS = {"get_object_or_404", "get_list_or_404"}
BACK_DOORS = {"_default_manager", "_base_manager"}


def test_pages_load_only_through_a_person() -> None:
    found = [
        f"{source.name(path)}:{line}"
        for path in source.files("offramp/web", ".py")
        for line in unscoped_loads(source.tree(path))
    ]

    assert found == []


def unscoped_loads(tree: ast.AST) -> list[int]:
    scoped = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr.startswith("for_")
    }
    loads = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (node.attr in BACK_DOORS or (node.attr == "objects" and id(node) not in scoped))
    ]
    bare_models = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in SHORTCUTS
        and not isinstance(node.args[0], ast.Call)
    ]
    return sorted(loads + bare_models)


def test_the_rule_sees_what_it_forbids() -> None:
    written = """
get_object_or_404(Thread.objects.for_member(member), pk=pk)
Thread.objects.get(pk=pk)
get_object_or_404(Thread, pk=pk)
Thread._default_manager.all()
"""

    assert unscoped_loads(ast.parse(written)) == [3, 4, 5]
