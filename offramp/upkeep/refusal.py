"""How a sub-command says no."""


class Refused(Exception):
    """One sentence for the person at the console; nothing was changed."""
