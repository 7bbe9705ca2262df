"""Why a file was not taken: a closed set of facts, each of which a page turns into one kind sentence."""


class NotTaken(Exception):
    """The file was refused; nothing of it was kept."""


class Empty(NotTaken):
    """There is not one byte in it."""


class TooLarge(NotTaken):
    """It has more bytes than we take, or would have once cleaned."""


class NotRecognised(NotTaken):
    """Its content is none of the kinds we take, whatever its name says."""


class Encrypted(NotTaken):
    """It opens with a password only."""


class TooManyPages(NotTaken):
    """It has more pages than we take."""


class TooMuchInside(NotTaken):
    """It unfolds into more bytes, pixels, parts or levels than we look at: a bomb, or as good as one."""


class Broken(NotTaken):
    """It breaks the rules of its own kind, so nobody can say what is in it."""


class TookTooLong(NotTaken):
    """It was not cleaned in the time we give one file."""


class NotConfined(NotTaken):
    """This machine cannot shut the reader of files away, so none is read; `confinement.why_not` tells why."""


# What the child may say of a file; the rest only the parent can know.
SAID_BY_THE_CHILD = {
    refusal.__name__: refusal
    for refusal in (TooLarge, NotRecognised, Encrypted, TooManyPages, TooMuchInside, Broken)
}
