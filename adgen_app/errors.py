"""Everything that can go wrong, as one tree.

    AdGenError
    ├── InvalidInput            422   what was sent can't be used
    │   ├── NotReady            400   asked for before it exists
    │   ├── TooLarge            413   a file or a request beyond what is taken
    │   └── Unreadable          422   a file that can't be shown or heard
    ├── NameTaken               400
    ├── NotLoggedIn             401   no session, or one that ended
    │   └── WrongPassword       401
    ├── OverBudget              402
    ├── ForeignPage             403   another site's page used a browser's session
    ├── NotFound                404   missing, or somebody else's
    ├── AlreadyFinished         409   too late to change
    ├── InUse                   409   an ad that is being made needs it
    ├── LibraryFull             409   no room for another file
    ├── TooMany                 429   a limit; carries retry_after
    ├── Unavailable             503   a part of ours is down; a retry helps
    └── StudioFailed            500   an ad could not be cut

Each class carries its code for programs, its HTTP status, whether a retry helps, and a sentence for the user.
"""

from typing import ClassVar


class AdGenError(Exception):
    """Root of the tree. `str(error)` is the sentence that the user reads."""

    code: ClassVar[str] = "INTERNAL_ERROR"
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False
    sentence: ClassVar[str] = "Something went wrong on our side. Please try again."

    def __init__(self, sentence: str | None = None, *, code: str | None = None) -> None:
        """Take the class's sentence and code unless this case has better ones."""
        super().__init__(sentence or self.sentence)
        self.code_here = code or self.code


class InvalidInput(AdGenError):
    """What was sent can't be used as it is."""

    code = "INVALID_INPUT"
    status = 422
    sentence = "Please check what you entered."


class NotReady(InvalidInput):
    """The ad's file was asked for before the ad is finished."""

    code = "NOT_READY"
    status = 400
    sentence = "This ad is not finished yet."


class TooLarge(InvalidInput):
    """More bytes than we take."""

    code = "TOO_LARGE"
    status = 413
    sentence = "This is too large."


class Unreadable(InvalidInput):
    """A file that is no picture or no music, or that can't be used as one."""

    code = "UNREADABLE_FILE"
    sentence = "This file can't be read. Please choose another one."


class NameTaken(AdGenError):
    """Someone else has this username."""

    code = "USERNAME_TAKEN"
    status = 400
    sentence = "This username is taken. Please choose another."


class NotLoggedIn(AdGenError):
    """No session, or one that has ended."""

    code = "NOT_LOGGED_IN"
    status = 401
    sentence = "Please log in."


class WrongPassword(NotLoggedIn):
    """Username and password don't belong together; says no more than that."""

    code = "WRONG_PASSWORD"
    sentence = "Username or password is wrong."


class OverBudget(AdGenError):
    """The ad would take the user over the monthly budget."""

    code = "OVER_BUDGET"
    status = 402
    sentence = "This ad would go over your monthly budget."


class ForeignPage(AdGenError):
    """A page of another site tried to use the session that a browser keeps for ours."""

    code = "FOREIGN_PAGE"
    status = 403
    sentence = "This request did not come from AdGen's own pages."


class NotFound(AdGenError):
    """Missing, or somebody else's: the answer is the same."""

    code = "NOT_FOUND"
    status = 404
    sentence = "We could not find that. It may have been deleted."


class AlreadyFinished(AdGenError):
    """Too late: the ad is finished."""

    code = "ALREADY_FINISHED"
    status = 409
    sentence = "This ad is already finished."


class InUse(AdGenError):
    """An ad that is being made needs it."""

    code = "IN_USE"
    status = 409
    sentence = "An ad that is being made needs this file. Delete it when the ad is finished."


class LibraryFull(AdGenError):
    """The user's library has no room for another file."""

    code = "LIBRARY_FULL"
    status = 409
    sentence = "Your library is full. Delete files that you no longer need."


class TooMany(AdGenError):
    """A limit was reached."""

    code = "TOO_MANY_REQUESTS"
    status = 429
    retryable = True
    sentence = "That was too fast. Please wait a moment."

    def __init__(self, sentence: str | None = None, *, retry_after: int, code: str | None = None) -> None:
        """`retry_after` is in whole seconds, at least 1."""
        super().__init__(sentence, code=code)
        self.retry_after = max(1, retry_after)


class Unavailable(AdGenError):
    """A part of ours (database, storage) can't be reached."""

    code = "UNAVAILABLE"
    status = 503
    retryable = True
    sentence = "AdGen is not available right now. Please try again in a minute."
    retry_after: ClassVar[int] = 5
    """Seconds; what was restarted is back by then."""


class StudioFailed(AdGenError):
    """The studio could not cut the ad."""

    code = "STUDIO_FAILED"
    sentence = "The studio could not cut this ad. Please try again, or change the brief."
