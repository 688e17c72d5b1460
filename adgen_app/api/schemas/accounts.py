"""Accounts and sessions on the wire."""

from typing import Annotated, Literal, Self

from pydantic import EmailStr, Field, StringConstraints

from adgen_app.api.schemas.wire import Answer, Moment
from adgen_app.domain.account import PASSWORD_MAX, PASSWORD_MIN, Account, Profile, UserId, Username
from adgen_app.domain.value import Value

NewPassword = Annotated[
    str, StringConstraints(min_length=PASSWORD_MIN, max_length=PASSWORD_MAX, strip_whitespace=False)
]
TypedPassword = Annotated[str, StringConstraints(max_length=PASSWORD_MAX, strip_whitespace=False)]
TypedUsername = Annotated[str, StringConstraints(max_length=PASSWORD_MAX)]


class Registration(Value):
    """Who wants an account."""

    username: Username
    password: NewPassword
    email: EmailStr | None = None


class Credentials(Value):
    """Who wants in; any text may be tried."""

    username: TypedUsername
    password: TypedPassword


class PasswordChange(Value):
    """The old password and the one to come."""

    current: TypedPassword
    new: NewPassword


class Farewell(Value):
    """Confirms that an account is to be deleted."""

    password: TypedPassword


class Registered(Answer):
    """An account was opened."""

    message: str
    user_id: UserId


class Person(Answer):
    """A user in short."""

    id: UserId
    username: str
    total_generations: int
    total_cost: float = Field(description="in US dollars")

    @classmethod
    def of(cls, account: Account) -> Self:
        """What the wire shows of an account."""
        return cls.model_validate(account.model_dump())


class LoggedIn(Answer):
    """An open session."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  # RFC 6750's name of the scheme
    user: Person


class Me(Person):
    """A user as they see themselves."""

    email: str | None
    created_at: Moment
    last_login: Moment | None


class UserProfile(Me):
    """A user with how their ads fared."""

    success_rate: float | None = Field(
        description="completed ads over completed and failed ones, 0 to 1; null before the first has ended"
    )

    @classmethod
    def of_profile(cls, profile: Profile) -> Self:
        """What the wire shows of a profile."""
        return cls.model_validate({**profile.model_dump(), "success_rate": profile.success_rate})
