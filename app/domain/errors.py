"""The error tree: what can go wrong, said in the words of the domain.

`app.web.errors` alone translates these to HTTP, `app.__main__` alone to exit codes.
"""

from collections.abc import Mapping


class DiptychError(Exception):
    """Something that a person can be told in one sentence: what is wrong and what to do."""

    @property
    def sentence(self) -> str:
        """The message as shown to people."""
        return str(self)


class NotFound(DiptychError):
    """The thing asked for is not here, or not theirs to see."""


class SignInNeeded(DiptychError):
    """Nobody is signed in, and this needs somebody."""


class NotAllowed(DiptychError):
    """The reviewer's role does not allow this."""


class Invalid(DiptychError):
    """What was typed cannot be used; `fields` says why, field by field."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class Conflict(DiptychError):
    """Somebody changed the thing while this reviewer was looking at it."""


class TooLarge(DiptychError):
    """More was sent than is taken in at once."""


class TooMany(DiptychError):
    """Asked too often in too short a time."""


class Unavailable(DiptychError):
    """The store cannot answer now; trying again helps."""


class IntakeError(DiptychError):
    """One item of an import cannot be taken in. An outcome of that item, never a page."""


class Misconfigured(DiptychError):
    """The installation cannot be used as it stands: a port, a folder, a database, a setting."""
