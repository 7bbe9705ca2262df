"""What tells one résumé from another that is called the same: which copy it is, and its newest job."""

from uuid import UUID

from django.utils.translation import gettext as _

from offramp.documents import versions
from offramp.documents.desks import Listed
from offramp.documents.models import Document
from offramp.documents.places import Content
from offramp.people.keyholders import Keyholder
from offramp.web.desk.resume import entry_lines, mine


def contents(*, by: Keyholder, listed: list[Listed]) -> dict[UUID, Content]:
    """By document, of a desk's résumés alone."""
    resumes = [one.document for one in listed if one.kind == mine.KIND]
    return {document.pk: versions.read(by=by, document=document).content for document in resumes}


def hints(listed: list[Listed], contents: dict[UUID, Content]) -> dict[UUID, list[str]]:
    titles = {str(one.document.pk): one.title for one in listed}
    return {pk: _hints(content, titles) for pk, content in contents.items()}


def copy_of(content: Content, *, by: Keyholder) -> str:
    """ "A copy of “Office work”", or nothing."""
    if not content["copy"]:
        return ""
    master = Document.objects.for_owner(by.member).filter(pk=content["copy"]["of"]).first()
    titles = {content["copy"]["of"]: versions.read(by=by, document=master).title} if master else {}
    return _copied(content, titles)


def _hints(content: Content, titles: dict[str, str]) -> list[str]:
    return list(filter(None, (_copied(content, titles), _newest_job(content))))


def _copied(content: Content, titles: dict[str, str]) -> str:
    if not content["copy"]:
        return ""
    title = titles.get(content["copy"]["of"], "").strip()
    return _("A copy of “%(title)s”") % {"title": title} if title else _("A copy")


def _newest_job(content: Content) -> str:
    """The one its owner put first."""
    return entry_lines.title("work", content["work"][0]) if content["work"] else ""
