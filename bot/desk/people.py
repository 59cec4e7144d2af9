"""The people of the desk as an admin looks after them: adding, roles, letting go, new passwords.

Every change is recorded with it. Somebody always stays who may do all this: the last admin keeps
the role. Nobody is deleted, since what they did bears their name.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from bot.conversations.ownership import move
from bot.desk.audit import Author, record
from bot.desk.users import Role, end_sessions, hash_password, made_user
from bot.dialog import Move, Priority, Route, Status
from bot.store import Database
from bot.store.tables import ConversationRow, UserRow

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None of them is mistaken for another when it is read out."""


class UnknownPersonError(Exception):
    """There is nobody of this id."""

    def __init__(self) -> None:
        super().__init__("there is no such person; look at the list again")


class LastAdminError(Exception):
    """Nobody would be left to look after the desk."""

    def __init__(self) -> None:
        super().__init__(
            "this is the last admin; make somebody else an admin first, nothing was changed"
        )


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the team. ``queues`` are those they take, all where there are none."""

    id: str
    email: str
    name: str
    role: Role
    active: bool
    queues: tuple[str, ...]
    capacity: int
    seen_at: datetime | None
    in_telegram: bool


@dataclass(frozen=True, slots=True)
class PersonChange:
    """How somebody is to be."""

    name: str
    role: Role
    active: bool
    queues: tuple[str, ...]
    capacity: int


def all_people(database: Database) -> list[Person]:
    """Everybody, those who left last."""
    with database.read() as session:
        rows = session.exec(select(UserRow).order_by(col(UserRow.name)))
        return sorted((_person(row) for row in rows), key=lambda each: not each.active)


def add_person(
    database: Database,
    author: Author,
    email: str,
    name: str | None,
    role: Role,
    password: str,
    now: datetime,
) -> Person:
    """Somebody may sign in from now on.

    Raises:
        UserError: the address is taken or is none, or the password is too short.
    """
    hashed = hash_password(password)
    with database.write() as session:
        user = made_user(session, email, hashed, role, now, name)
        after = {"email": user.email, "name": user.name, "role": role.value}
        record(session, author, "person.added", user.name, now, after=after)
        return _person(session.get_one(UserRow, user.id))


def change_person(
    database: Database, author: Author, user_id: str, wanted: PersonChange, now: datetime
) -> tuple[Person, list[str]]:
    """Make somebody so; returns the conversations that had to go back into the queue.

    Whoever is deactivated is signed out everywhere; what they held waits for somebody else.

    Raises:
        UnknownPersonError: there is no such person.
        LastAdminError: they are the last admin, and would not be one any more.
    """
    with database.write() as session:
        row = _locked(session, user_id)
        before = _change_of(row)
        if row.role == Role.ADMIN and row.deactivated_at is None:
            _keep_an_admin(session, row, wanted)
        row.name, row.role = wanted.name, wanted.role.value
        row.queues, row.capacity = list(dict.fromkeys(wanted.queues)), wanted.capacity
        passed_on: list[str] = []
        if wanted.active:
            row.deactivated_at = None
        elif row.deactivated_at is None:
            row.deactivated_at = now
            end_sessions(session, row.id)
            passed_on = _pass_on(session, row, now)
        session.add(row)
        _record_difference(session, author, before, _change_of(row), now)
        return _person(row), passed_on


def reset_person(
    database: Database, author: Author, user_id: str, password: str, now: datetime
) -> Person:
    """A new password; every session of the person ends.

    Raises:
        UnknownPersonError: there is no such person.
        UserError: the password is too short.
    """
    hashed = hash_password(password)
    with database.write() as session:
        row = _locked(session, user_id)
        row.password_hash = hashed
        session.add(row)
        end_sessions(session, row.id)
        record(session, author, "person.password", row.name, now)
        return _person(row)


def password_to_tell() -> str:
    """A password to hand on once: 60 bits, in groups that can be read out."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def _keep_an_admin(session: Session, row: UserRow, wanted: PersonChange) -> None:
    if wanted.active and wanted.role is Role.ADMIN:
        return
    others = session.exec(
        select(func.count())
        .select_from(UserRow)
        .where(
            UserRow.role == Role.ADMIN.value,
            UserRow.id != row.id,
            col(UserRow.deactivated_at).is_(None),
            UserRow.password_hash != "",
        )
    ).one()
    if not others:
        raise LastAdminError


def _pass_on(session: Session, row: UserRow, now: datetime) -> list[str]:
    """What the person held waits in its queue again; what they were asked to take, for anybody."""
    held = (Status.WITH_AGENT.value, Status.SNOOZED.value)
    theirs = session.exec(
        select(ConversationRow).where(
            ConversationRow.agent_id == row.id, col(ConversationRow.status).in_(held)
        )
    ).all()
    asked = session.exec(select(ConversationRow).where(ConversationRow.assignee_id == row.id)).all()
    for conversation in asked:
        conversation.assignee_id = conversation.assigned_at = None
        session.add(conversation)
    for conversation in theirs:
        route = Route(conversation.queue, Priority(conversation.priority))
        reason = f"{row.name} passed it on."
        move(session, conversation.id, Move.HAND_OFF, now, reason=reason, route=route)
    return [each.id for each in (*theirs, *asked)]


def _record_difference(
    session: Session, author: Author, before: PersonChange, after: PersonChange, now: datetime
) -> None:
    was, is_now = asdict(before), asdict(after)
    differing = [key for key in was if was[key] != is_now[key]]
    if not differing:
        return
    act = "person.changed"
    if "active" in differing:
        act = "person.activated" if after.active else "person.deactivated"
    record(
        session,
        author,
        act,
        after.name,
        now,
        before={key: was[key] for key in differing},
        after={key: is_now[key] for key in differing},
    )


def _locked(session: Session, user_id: str) -> UserRow:
    row = session.get(UserRow, user_id, with_for_update=True)
    if row is None:
        raise UnknownPersonError
    return row


def _change_of(row: UserRow) -> PersonChange:
    active = row.deactivated_at is None
    return PersonChange(row.name, Role(row.role), active, tuple(row.queues), row.capacity)


def _person(row: UserRow) -> Person:
    return Person(
        id=row.id,
        email=row.email,
        name=row.name,
        role=Role(row.role),
        active=row.deactivated_at is None,
        queues=tuple(row.queues),
        capacity=row.capacity,
        seen_at=row.seen_at,
        in_telegram=row.telegram_user_id is not None,
    )
