"""Word: a new package of the parts a text needs, each cleaned; whatever else was there stays behind."""

from dataclasses import replace

from offramp.files.confined import (
    markup,
    parts,
    word_package,
    word_parts,
    word_pictures,
    word_references,
    word_renaming,
    word_traces,
    word_view,
)
from offramp.files.confined.addresses import is_plain
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import Made
from offramp.files.confined.media import Media
from offramp.files.confined.parts import Parts
from offramp.files.confined.word_names import PARTS, A, W
from offramp.files.confined.word_package import Relation
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, NotRecognised

_DOCUMENT = "officeDocument"


def is_one(old: Parts) -> bool:
    """Tell whether a package is one of Office's; which one shows when it is read."""
    return word_package.main_part(old) is not None


def clean(old: Parts, found: Findings) -> Made:
    """Rebuild a document. Raises NotRecognised for tables and slides, Broken, TooMuchInside."""
    rebuilding = _Rebuilding(old, found)
    main = rebuilding.take(word_package.main_part(old) or "", _DOCUMENT)
    word_traces.report(old, found)
    word_renaming.rename(rebuilding.roots, found)
    view = word_view.view(rebuilding.roots, rebuilding.relations, rebuilding.media)
    return Made(Kind.DOCX, rebuilding.packed(main), view)


class _Rebuilding:
    """Follows the relations from the text outwards, and takes along what is known."""

    def __init__(self, old: Parts, found: Findings) -> None:
        self._old, self._found = old, found
        self.media = Media(old, "word/media", found)
        self._names: dict[str, str] = {}
        self.relations: dict[str, list[Relation]] = {}
        self._kinds: dict[str, str] = {}
        self.roots: dict[str, markup.Element] = {}

    def take(self, name: str, kind: str) -> str:
        """Clean a part and all it leads to; return its new name."""
        if name in self._names:
            return self._names[name]
        root = markup.read(self._old.read(name))
        if kind == _DOCUMENT and root.tag != f"{W}document":
            raise NotRecognised
        if not root.tag.startswith((W, A)):
            raise Broken
        new = f"{PARTS[kind].name}{len(self._names) or ''}.xml"
        # Noted before its relations are followed: two parts may name each other.
        self._names[name], self._kinds[new], self.roots[new] = new, kind, root
        word_parts.clean(root, kind, self._found)
        named = word_pictures.related(root, word_package.relations(self._old, name), self._found)
        kept = [taken for each in named if (taken := self._taken(each))]
        word_references.settle(root, {each.id for each in kept})
        self.relations[new] = kept
        return new

    def _taken(self, relation: Relation) -> Relation | None:
        if relation.is_outside:
            if relation.kind == "hyperlink" and is_plain(relation.target):
                return relation
        elif relation.kind == "image":
            new = self.media.take(relation.target, relation.crop)
            return replace(relation, target=new) if new else None
        elif relation.kind in PARTS and relation.kind != _DOCUMENT and relation.target in self._old:
            return replace(relation, target=self.take(relation.target, relation.kind))
        word_traces.report_left_behind(self._old, relation, self._found)
        return None

    def packed(self, main: str) -> bytes:
        """Return the new package."""
        start = Relation("rId1", _DOCUMENT, main, is_outside=False)
        new = {
            "[Content_Types].xml": word_package.content_types(self._kinds),
            word_package.place_of_relations(""): word_package.written([start], of=""),
        }
        for name, root in self.roots.items():
            new[name] = markup.write(root)
            if self.relations[name]:
                related = word_package.written(self.relations[name], of=name)
                new[word_package.place_of_relations(name)] = related
        return parts.packed(new | self.media.parts)
