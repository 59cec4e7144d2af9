"""Who may sign in at the desk: passwords hashed with Argon2, sessions kept by their hash."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlmodel import Session, col, delete, select

from bot.store import Database
from bot.store.tables import DeskSessionRow, UserRow

SESSION_LIFETIME = timedelta(hours=12)
MIN_PASSWORD = 10


class Role(StrEnum):
    """What somebody at the desk may do; each may do what the ones before it may."""

    AGENT = "agent"
    EDITOR = "editor"
    LEAD = "lead"
    ADMIN = "admin"


class UserError(Exception):
    """The user cannot be made or changed; the message says why."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is signed in."""

    id: str
    email: str
    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this user has ``role`` or one above it."""
        ranks = list(Role)
        return ranks.index(self.role) >= ranks.index(role)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh session: ``token`` goes into the cookie, ``csrf`` into a header of every change."""

    user: User
    token: str
    csrf: str
    expires_at: datetime


def add_user(
    database: Database,
    email: str,
    password: str,
    role: Role,
    now: datetime,
    name: str | None = None,
) -> User:
    """Make a user.

    Raises:
        UserError: the address is taken or is none, or the password is too short.
    """
    hashed = hash_password(password)
    with database.write() as session:
        return made_user(session, email, hashed, role, now, name)


def made_user(
    session: Session, email: str, hashed: str, role: Role, now: datetime, name: str | None
) -> User:
    """Make a user in the caller's transaction, with a password that is hashed already.

    Raises:
        UserError: the address is taken or is none.
    """
    address = email.strip().lower()
    if "@" not in address or " " in address:
        raise UserError(f"{email!r} is no e-mail address")
    if session.exec(select(UserRow).where(UserRow.email == address)).first():
        raise UserError(f"{address} exists already; `frontdesk user reset` sets a new password")
    row = UserRow(
        id=secrets.token_hex(8),
        email=address,
        name=name or address.split("@")[0].replace(".", " ").title(),
        role=role.value,
        password_hash=hashed,
        created_at=now,
    )
    session.add(row)
    return _user(row)


def user_named(database: Database, email: str) -> User:
    """Whose address this is.

    Raises:
        UserError: there is no such user.
    """
    with database.read() as session:
        return _user(_named(session, email))


def end_sessions(session: Session, user_id: str, *, but: str | None = None) -> None:
    """Sign the user out everywhere, but for the session of the cookie ``but``."""
    theirs = delete(DeskSessionRow).where(col(DeskSessionRow.user_id) == user_id)
    if but is not None:
        theirs = theirs.where(col(DeskSessionRow.token_hash) != _hash(but))
    session.execute(theirs)


def change_password(database: Database, user: User, before: str, after: str, token: str) -> bool:
    """Set one's own password; False where ``before`` is wrong. All other sessions end.

    Raises:
        UserError: the new one is too short.
    """
    with database.read() as session:
        known = session.get_one(UserRow, user.id).password_hash
    if not _verify(known, before):
        return False
    hashed = hash_password(after)
    with database.write() as session:
        row = session.get_one(UserRow, user.id)
        row.password_hash = hashed
        session.add(row)
        end_sessions(session, user.id, but=token)
    return True


def link_telegram(database: Database, email: str, telegram_user_id: int) -> User:
    """What the Telegram account writes in the team's group, the user writes.

    Raises:
        UserError: there is no such user.
    """
    account = str(telegram_user_id)
    with database.write() as session:
        row = _named(session, email)
        before = session.exec(
            select(UserRow).where(UserRow.telegram_user_id == account)
        ).one_or_none()
        if before is not None:
            before.telegram_user_id = None
            session.add(before)
            session.flush()
        row.telegram_user_id = account
        session.add(row)
        return _user(row)


def sign_in(database: Database, email: str, password: str, now: datetime) -> SignedIn | None:
    """A new session, or None. An unknown address takes as long as a wrong password."""
    with database.read() as session:
        row = _known(session, email)
    right = _verify(row.password_hash if row else _decoy(), password)
    if row is None or not right or row.deactivated_at is not None:
        return None
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    expires = now + SESSION_LIFETIME
    with database.write() as session:
        session.execute(delete(DeskSessionRow).where(col(DeskSessionRow.expires_at) < now))
        session.add(
            DeskSessionRow(token_hash=_hash(token), user_id=row.id, csrf=csrf, expires_at=expires)
        )
    return SignedIn(_user(row), token, csrf, expires)


def session_of(database: Database, token: str, now: datetime) -> tuple[User, str] | None:
    """The user of a session's cookie and its CSRF token; None where it is unknown or over."""
    with database.read() as session:
        row = session.get(DeskSessionRow, _hash(token))
        if row is None or row.expires_at < now:
            return None
        user = session.get(UserRow, row.user_id)
        return (_user(user), row.csrf) if user and user.deactivated_at is None else None


def sign_out(database: Database, token: str) -> None:
    """End the session of a cookie."""
    with database.write() as session:
        session.execute(
            delete(DeskSessionRow).where(col(DeskSessionRow.token_hash) == _hash(token))
        )


def all_users(database: Database) -> list[User]:
    """Everybody who may sign in, by name."""
    with database.read() as session:
        active = select(UserRow).where(col(UserRow.deactivated_at).is_(None))
        return [_user(row) for row in session.exec(active.order_by(col(UserRow.name)))]


def _known(session: Session, email: str) -> UserRow | None:
    address = email.strip().lower()
    return session.exec(select(UserRow).where(UserRow.email == address)).one_or_none()


def _named(session: Session, email: str) -> UserRow:
    row = _known(session, email)
    if row is None:
        raise UserError(f"there is no user {email}; `frontdesk user add` makes one")
    return row


def _user(row: UserRow) -> User:
    return User(row.id, row.email, row.name, Role(row.role))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def hash_password(password: str) -> str:
    """Argon2 of a password; slow on purpose, so make it before a transaction begins.

    Raises:
        UserError: it is too short.
    """
    if len(password) < MIN_PASSWORD:
        raise UserError(
            f"the password has fewer than {MIN_PASSWORD} characters; choose a longer one"
        )
    return PasswordHasher().hash(password)


def _verify(hashed: str, password: str) -> bool:
    try:
        return PasswordHasher().verify(hashed, password)
    except (Argon2Error, InvalidHashError):
        return False


@cache
def _decoy() -> str:
    return PasswordHasher().hash(secrets.token_urlsafe(16))
