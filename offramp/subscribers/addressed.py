"""A mail of which all but the address, a key and some headers was written once, in seven-bit lines.

Nothing on its way has a reason to write it anew, which would break a signature of the sender's.
"""

from binascii import b2a_qp
from dataclasses import dataclass
from email.mime.nonmultipart import MIMENonMultipart
from email.policy import compat32
from email.utils import formatdate
from functools import cached_property

from django.core.mail import EmailMultiAlternatives, SafeMIMEMultipart
from django.utils.crypto import get_random_string

# Some who read List-Unsubscribe expect its address in the first line.
WHOLE_LINES = compat32.clone(max_line_length=None)


@dataclass(frozen=True)
class Parts:
    """The same words as text and as HTML; `key` stands in both wherever each mail has one of its own."""

    subject: str
    text: str
    html: str
    key: str

    @cached_property
    def boundary(self) -> str:
        return get_random_string(32)

    @cached_property
    def encoded(self) -> tuple[str, str]:
        return self._encoded(self.text), self._encoded(self.html)

    def _encoded(self, words: str) -> str:
        """Lines may be broken anywhere but within the key, or it could not be exchanged."""
        pieces = (b2a_qp(piece.encode()).decode() for piece in words.split(self.key))
        return f"=\n{self.key}=\n".join(pieces)


class Addressed(EmailMultiAlternatives):
    """One of many; headers that would begin a new one are refused as Django refuses them."""

    def __init__(self, parts: Parts, *, key: str, sender: str, to: str, headers: dict[str, str]) -> None:
        super().__init__(parts.subject, parts.text.replace(parts.key, key), sender, [to], headers=headers)
        self.attach_alternative(parts.html.replace(parts.key, key), "text/html")
        self._parts, self._key = parts, key

    def message(self) -> SafeMIMEMultipart:  # type: ignore[override]  # the stubs know a later Django
        boundary = self._parts.boundary
        whole = SafeMIMEMultipart("alternative", boundary, encoding="utf-8", policy=WHOLE_LINES)
        own = {"Subject": str(self.subject), "To": self.to[0], "Date": formatdate()}
        for name, words in (own | self.extra_headers).items():
            whole[name] = words
        text, html = (encoded.replace(self._parts.key, self._key) for encoded in self._parts.encoded)
        whole.attach(plain := _part(text, "plain"))
        plain.set_param("format", "flowed")  # its lines that end in a space go on in the next
        whole.attach(_part(html, "html"))
        return whole


def _part(encoded: str, kind: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", kind, charset="utf-8")
    part["Content-Transfer-Encoding"] = "quoted-printable"
    part.set_payload(encoded)
    return part
