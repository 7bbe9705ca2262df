"""`offramp notify`: the same few words to everybody on the staff, whatever waits."""

from argparse import Namespace

from offramp.notices import actions as notices


def run(_asked: Namespace) -> int:
    """No address is printed: what a timer prints is kept in places nobody thinks of."""
    taken = list(notices.send_daily())
    refused = taken.count(False)
    print(f"Sent: {taken.count(True)}")
    if refused:
        print(f"Refused by the mail server: {refused}")
    return 1 if refused else 0
