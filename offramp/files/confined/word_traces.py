"""What a Word package tells beside its text."""

from offramp.files.confined import markup
from offramp.files.confined.findings import Findings
from offramp.files.confined.parts import Parts
from offramp.files.confined.word_names import W
from offramp.files.confined.word_package import Relation, relations
from offramp.files.removals import Trace

_PROPERTIES = {
    "creator": Trace.AUTHOR,
    "Manager": Trace.AUTHOR,
    "lastModifiedBy": Trace.LAST_EDITOR,
    "Company": Trace.COMPANY,
    "title": Trace.TITLE,
    "subject": Trace.TITLE,
    "keywords": Trace.TITLE,
    "description": Trace.TITLE,
    "category": Trace.TITLE,
    "created": Trace.DATES,
    "modified": Trace.DATES,
    "lastPrinted": Trace.DATES,
    "revision": Trace.EDITING,
    "TotalTime": Trace.EDITING,
    "Application": Trace.PROGRAM,
    "Template": Trace.TEMPLATE,
    "HyperlinkBase": Trace.LINKS,
}
# By the last word of a relation: what it led to.
_LEFT_BEHIND = {
    "attachedTemplate": Trace.TEMPLATE,
    "hyperlink": Trace.LINKS,
    "vbaProject": Trace.MACROS,
    "oleObject": Trace.EMBEDDED,
    "package": Trace.EMBEDDED,
    "control": Trace.SCRIPTS,
    "font": Trace.FONTS,
    "customXml": Trace.CUSTOM,
    "chart": Trace.OBJECTS,
    "diagramData": Trace.OBJECTS,
    "aFChunk": Trace.EMBEDDED,
    "glossaryDocument": Trace.TEMPLATE,
}
_OF_THE_PACKAGE = {"thumbnail": Trace.THUMBNAIL, "custom-properties": Trace.CUSTOM}


def report(old: Parts, found: Findings) -> None:
    """Note what the package says of itself."""
    for relation in relations(old, ""):
        if relation.kind in ("core-properties", "extended-properties") and relation.target in old:
            _report_properties(markup.read(old.read(relation.target)), found)
        elif relation.kind in _OF_THE_PACKAGE:
            found.add(_OF_THE_PACKAGE[relation.kind])
        elif relation.kind == "origin":
            found.add(Trace.SIGNATURE)


def report_left_behind(old: Parts, relation: Relation, found: Findings) -> None:
    """Note a relation that does not come along."""
    if relation.kind == "comments" and relation.target in old:
        _report_comments(old, relation.target, found)
    trace = _LEFT_BEHIND.get(relation.kind)
    if relation.is_outside:
        found.add(trace or Trace.EXTERNAL, relation.target)
    elif trace:
        found.add(trace)


def _report_comments(old: Parts, name: str, found: Findings) -> None:
    for comment in markup.read(old.read(name)).iter(f"{W}comment"):
        found.add(Trace.COMMENTS, "".join(text.text or "" for text in comment.iter(f"{W}t")))
        found.add(Trace.AUTHOR, comment.get(f"{W}author", ""))


def _report_properties(root: markup.Element, found: Findings) -> None:
    for element in root:
        words = (element.text or "").strip()
        trace = _PROPERTIES.get(str(element.tag).rpartition("}")[2])
        # "0 minutes" and the template every document starts from say nothing of anybody.
        if trace and words and words not in ("0", "Normal", "Normal.dotm"):
            found.add(trace, words)
