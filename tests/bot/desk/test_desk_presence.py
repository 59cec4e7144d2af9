"""Who counts as present at the desk, and that the desk hears of colleagues."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from conversing import Desk
from sqlalchemy.exc import OperationalError

from bot.conversations.desk_workers import worker
from bot.conversations.errors import UnknownConversationError
from bot.conversations.timekeeper import tick
from bot.desk import presence
from bot.desk.presence import mark_looked_at, while_there
from bot.desk.routes import _events
from bot.desk.users import Role, User
from bot.dialog.clock_rules import ClockRules

ADA = User("id-of-Ada", "ada@shop.example", "Ada", Role.AGENT)


async def test_whoever_listens_to_the_desks_events_is_present(shop):
    shop.person("Ada")
    events = while_there(shop.services, ADA, _events(shop.services))
    assert await anext(events) == ": welcome\n\n"
    assert worker(shop.services.database, ADA.id, shop.services.clock()).present
    await events.aclose()
    assert shop.services.bus._listeners == {}


async def test_events_go_on_where_presence_cannot_be_stored(shop, monkeypatch, caplog):
    def full(*_: object) -> None:
        raise OperationalError("x", {}, Exception("the disk is full"))

    monkeypatch.setattr(presence, "mark_seen", full)
    events = while_there(shop.services, ADA, _events(shop.services))
    assert await anext(events) == ": welcome\n\n"
    assert "could not be stored" in caplog.text
    await events.aclose()


async def test_the_desk_hears_who_looks(shop):
    customer = shop.customer()
    events = _events(shop.services)
    await anext(events)
    asyncio.get_running_loop().call_later(
        0.01, shop.services.bus.publish, presence.PRESENCE + customer.id
    )
    heard = await asyncio.wait_for(anext(events), 5)
    assert heard == f'event: presence\ndata: {{"id": "{customer.id}"}}\n\n'
    await events.aclose()


def test_what_somebody_looked_at_alerts_nobody(desk: Desk):
    looked, unseen = desk.waiting(), desk.waiting()
    mark_looked_at(desk.database, looked, desk.later())
    tick(desk.database, ClockRules(), desk.now + timedelta(minutes=5))
    assert desk.notices() == [("nobody_looked", unseen)]


def test_looking_at_what_does_not_wait_keeps_nothing(desk: Desk):
    conversation = desk.conversation()
    mark_looked_at(desk.database, conversation, desk.now)
    assert desk.row(conversation).looked_at is None
    with pytest.raises(UnknownConversationError):
        mark_looked_at(desk.database, "nothing", desk.now)
