"""A letter as plain text, in lines that a narrow screen may set anew (format=flowed, RFC 3676)."""

import textwrap
from collections.abc import Iterable

from markdown_it.tree import SyntaxTreeNode as Node

from offramp.campaigns import markdown

WIDTH = 72
SIGNS = {"strong": "*", "em": "_"}
INSTEAD = {"softbreak": " ", "hardbreak": "\n", "image": ""}


def letter(body: str, *, origin: str, words: int | None = None) -> str:
    """What its Markdown says, with each link behind what it stands on; or the beginning of it."""
    tokens = markdown.MARKDOWN.parse(body)
    end = len(tokens) if words is None else markdown.end_of_opening(tokens, words)
    whole = Node(tokens[:end])
    for node in whole.walk():
        address = str(node.attrs.get("href", "")) if node.type == "link" else ""
        if address.startswith("/") and not address.startswith("//"):
            node.attrs["href"] = f"{origin}{address}"
    return _stacked(whole.children)


def paragraph(words: str) -> str:
    """In lines that end in a space, all but the last: there, and only there, it may be broken otherwise."""
    return "\n".join(_stuffed(line) for said in words.split("\n") for line in _lines(said))


def heading(words: str) -> str:
    """A line of its own and one below it, neither of which is ever joined to another."""
    lines = textwrap.wrap(words, WIDTH)
    return "\n".join([*map(_stuffed, lines), "-" * min(len(words), WIDTH)])


def _stacked(nodes: Iterable[Node]) -> str:
    return "\n\n".join(_block(node) for node in nodes)


def _block(node: Node, *, depth: int = 0) -> str:
    match node.type:
        case "heading":
            return heading(_said(node))
        case "blockquote":
            return "\n".join(_quoted(line) for line in _stacked(node.children).split("\n"))
        case "bullet_list" | "ordered_list":
            return "\n".join(_item(item, depth) for item in node.children)
        case "table":
            rows = (row for part in node.children for row in part.children)
            return "\n".join(paragraph(" | ".join(map(_said, row.children))) for row in rows)
        case "hr":
            return "* * *"
    return paragraph(_said(node))


def _item(item: Node, depth: int) -> str:
    """Only its first line is set back: the others must begin where the screen begins."""
    sign = f"{item.info}. " if item.info else "* "
    first = paragraph("  " * depth + sign + "".join(map(_said, item.children[:1])))
    return "\n".join([first, *(_block(node, depth=depth + 1) for node in item.children[1:])])


def _said(node: Node) -> str:
    """What stands in one paragraph, line breaks that somebody wanted included."""
    within = "".join(map(_said, node.children))
    if node.type == "link":
        address = str(node.attrs["href"])
        return within if within in (address, address.partition(":")[2]) else f"{within} <{address}>"
    sign = SIGNS.get(node.type, "")
    return INSTEAD.get(node.type, sign + (within or node.content) + sign)


def _lines(said: str) -> list[str]:
    """Words stay whole, and so do addresses."""
    indent = said[: len(said) - len(said.lstrip(" "))]
    lines = textwrap.wrap(said.strip(), WIDTH, break_long_words=False, break_on_hyphens=False) or [""]
    return (indent + " \n".join(lines)).split("\n")


def _stuffed(line: str) -> str:
    """Nothing that is meant as it stands is taken for a quote, or for the beginning of the next mail."""
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


def _quoted(line: str) -> str:
    return f">{line}" if line.startswith(">") else f"> {line}"
