"""Lets the desk's requests in: the session's cookie, and the CSRF header on every change."""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from fastapi import Request

from bot.desk.users import Role, User, session_of
from bot.problems import ProblemError
from bot.services import Services

COOKIE = "frontdesk_desk"
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
ATTEMPTS = 8
ATTEMPTS_OF_ADDRESS = 100
ATTEMPT_WINDOW = timedelta(minutes=5)


def signed_in(services: Services, role: Role = Role.AGENT) -> Callable[[Request], Awaitable[User]]:
    """A dependency: the user who asks, with at least ``role``."""

    async def user(request: Request) -> User:
        who, csrf = await session_of_request(request, services)
        given = request.headers.get("x-csrf-token", "")
        if request.method not in SAFE_METHODS and not secrets.compare_digest(
            given.encode(), csrf.encode()
        ):
            raise ProblemError(403, "the header X-CSRF-Token is missing or wrong; sign in again")
        if not who.may(role):
            raise ProblemError(404, "there is nothing here")
        return who

    return user


async def session_of_request(request: Request, services: Services) -> tuple[User, str]:
    """Who asks, and the CSRF token of the session.

    Raises:
        ProblemError: nobody is signed in.
    """
    token = request.cookies.get(COOKIE)
    if token is None:
        raise ProblemError(401, "sign in first")
    found = await services.look(session_of, services.database, token, services.clock())
    if found is None:
        raise ProblemError(401, "the session is over; sign in again")
    return found


class Attempts:
    """Slows down whoever guesses passwords: so many tries from one address in so many minutes.

    They are counted by address and account, and by address alone, never by account alone, so that
    nobody can lock a colleague out. A try counts as failed from its beginning, so that many at once
    gain nothing.
    """

    def __init__(self) -> None:
        self._failed: dict[str, deque[datetime]] = {}

    def begin(self, email: str, address: str, now: datetime) -> None:
        """Count a try.

        Raises:
            ProblemError: too many failed in the last minutes.
        """
        self._forget(now)
        counted = ((self._account(email, address), ATTEMPTS), (address, ATTEMPTS_OF_ADDRESS))
        if any(len(self._failed.get(key, ())) >= most for key, most in counted):
            raise ProblemError(429, "too many wrong passwords; wait five minutes")
        for key, _ in counted:
            self._failed.setdefault(key, deque()).append(now)

    def succeeded(self, email: str, address: str) -> None:
        """Forget the tries of somebody who knew the password."""
        self._failed.pop(self._account(email, address), None)

    def _account(self, email: str, address: str) -> str:
        return f"{address} {email.strip().lower()}"

    def _forget(self, now: datetime) -> None:
        for key, failed in list(self._failed.items()):
            while failed and now - failed[0] > ATTEMPT_WINDOW:
                failed.popleft()
            if not failed:
                del self._failed[key]
