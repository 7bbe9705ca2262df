"""Where the daily mail goes, the single mails on their way, and how many an address has got."""

from offramp.notices.models.address import Address
from offramp.notices.models.outgoing import Outgoing
from offramp.notices.models.share import Share

__all__ = ["Address", "Outgoing", "Share"]
