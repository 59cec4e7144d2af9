"""Who a customer is, by a token that the host's own server signed: a JWT under HS256, no other.

What is wrong with a token is said so that the host's programmers can mend it; the secret never is.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import jwt
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.conversations.customers import SignedInCustomer
from bot.mail_address import mail_address

if TYPE_CHECKING:
    from jwt.types import Options  # only later versions have it

LONGEST_LIFETIME = timedelta(hours=24)
SKEW = timedelta(seconds=60)
"""By so much the host's clock and ours may differ."""
LATEST = 253_402_300_799
_ALGORITHM = "HS256"
_CHECKED_HERE: Options = {
    "verify_exp": False,
    "verify_iat": False,
    "verify_nbf": False,
    "verify_aud": False,
    "verify_sub": False,
    "verify_jti": False,
}


class InvalidIdentityError(Exception):
    """The customer token cannot be believed; the message says why."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the customer token {why}")


def _one_line(text: str) -> str:
    if not text.isprintable() or not text.strip():
        raise ValueError("holds characters that cannot be shown, or none")
    return text.strip()


_Text = Annotated[str, Field(max_length=200, strict=True), AfterValidator(_one_line)]
_Moment = Annotated[float, Field(ge=0, le=LATEST, strict=True)]


class _Claims(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    sub: _Text
    exp: _Moment
    iat: _Moment | None = None
    nbf: _Moment | None = None
    email: Annotated[str, Field(strict=True), AfterValidator(mail_address)] | None = None
    name: _Text | None = None


def customer_of_token(token: str, secret: bytes, now: datetime) -> SignedInCustomer:
    """The customer whom the host vouches for.

    Raises:
        InvalidIdentityError: the token is not the host's, is over, or lacks something.
    """
    claims = _claims(token, secret)
    expires = _moment(claims.exp)
    if expires + SKEW <= now:
        raise InvalidIdentityError("has expired; sign a new one for each page")
    if expires > now + LONGEST_LIFETIME + SKEW:
        raise InvalidIdentityError("is valid for more than 24 hours; let `exp` come sooner")
    for name, value in (("iat", claims.iat), ("nbf", claims.nbf)):
        if value is not None and _moment(value) > now + SKEW:
            raise InvalidIdentityError(f"is of the future by its `{name}`; set the clocks right")
    return SignedInCustomer(claims.sub, expires, claims.name, claims.email)


def _claims(token: str, secret: bytes) -> _Claims:
    try:
        payload: dict[str, Any] = jwt.decode(
            token, secret, algorithms=[_ALGORITHM], options=_CHECKED_HERE
        )
        return _Claims.model_validate(payload)
    except jwt.InvalidSignatureError:
        raise InvalidIdentityError("is not signed with the secret that is set here") from None
    except jwt.InvalidAlgorithmError:
        raise InvalidIdentityError(f"is not signed with {_ALGORITHM}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"][0] if first["loc"] else "its content"
        raise InvalidIdentityError(f"has a `{place}` that cannot be used: {first['msg']}") from None
    except (jwt.InvalidTokenError, ValueError):
        raise InvalidIdentityError("cannot be read; it is a JWT of three parts") from None


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
