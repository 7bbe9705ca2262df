"""A desk and what lies on it."""

from offramp.documents.models.desk import Desk, Document, Share
from offramp.documents.models.epoch import Epoch, Version
from offramp.documents.models.file import File, Part
from offramp.documents.models.review import Comment, Suggestion

__all__ = ["Comment", "Desk", "Document", "Epoch", "File", "Part", "Share", "Suggestion", "Version"]
