"""Where the daily mail goes, and the single mails on their way."""

from offramp.notices.models.address import Address
from offramp.notices.models.outgoing import Outgoing

__all__ = ["Address", "Outgoing"]
