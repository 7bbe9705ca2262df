"""No page takes files yet: one is refused before a byte of it is kept."""

from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler


class FileRefused(SuspiciousOperation):
    """Somebody sent a file where only text is taken."""


class RefuseFiles(FileUploadHandler):
    """Stands where Django's own would write a large file to the disk, in the clear."""

    def new_file(self, *_args: Any, **_kwargs: Any) -> None:
        raise FileRefused("A file was sent.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002
        raise FileRefused("A file was sent.")

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002
        raise FileRefused("A file was sent.")
