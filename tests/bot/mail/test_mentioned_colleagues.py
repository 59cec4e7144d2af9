"""Mail to a colleague whom a note mentions, with nobody's desk open."""

from __future__ import annotations

import pytest

from bot.conversations import agents
from bot.conversations.mentions import see_mentions
from bot.mail.mentions import write_mentions
from bot.mail.outbox import claim
from bot.store.tables import UserRow


def note(post, conversation: str, text: str, author: str = "Ada") -> None:
    agent = post.people.get(author) or post.people.setdefault(author, post.desk.agent(author))
    key, now = f"key of {text}", post.desk.later()
    agents.note(post.desk.database, conversation, agent, key, text, now)


def write(post) -> int:
    return write_mentions(post.desk.database, post.by, post.desk.now)


@pytest.fixture
def bob(post):
    return post.people.setdefault("Bob", post.desk.agent("Bob"))


def test_who_has_not_looked_for_two_minutes_hears_who_called_and_where(post, bob):
    conversation = post.customer()
    post.desk.says(conversation, "my card is 4111")
    note(post, conversation, "@Bob, is this yours? my card is 4111")
    assert write(post) == 0
    post.after(minutes=2)
    assert (write(post), write(post)) == (1, 0)
    (mail,) = post.mails()
    assert (mail.to, mail.subject) == ("bob@shop.example", "The Shop: Ada mentions you in a note")
    assert f"https://help.shop.example/desk/inbox/all/{conversation}" in mail.text
    assert "4111" not in mail.text + mail.html


def test_who_looked_in_time_gets_no_mail(post, bob):
    conversation = post.customer()
    note(post, conversation, "@Bob look")
    see_mentions(post.desk.database, conversation, bob.id, post.after(minutes=1))
    post.after(minutes=5)
    assert write(post) == 0


def test_several_calls_are_one_mail_until_they_have_looked(post, bob):
    conversation, other = post.customer(), post.customer("zoe@home.example")
    note(post, conversation, "@Bob look")
    note(post, other, "@Bob here, too")
    post.after(minutes=3)
    assert write(post) == 2
    note(post, conversation, "@Bob please")
    post.after(minutes=3)
    assert write(post) == 0
    see_mentions(post.desk.database, conversation, bob.id, post.desk.later())
    note(post, conversation, "@Bob once more")
    post.after(minutes=3)
    assert write(post) == 1


def test_a_day_old_call_and_an_address_that_is_none_get_no_mail(post, bob):
    conversation = post.customer()
    note(post, conversation, "@Bob look")
    post.after(days=1, minutes=1)
    assert write(post) == 0
    with post.desk.database.write() as session:
        row = session.get_one(UserRow, bob.id)
        row.email = "7@telegram.invalid"
        session.add(row)
    note(post, conversation, "@Bob again")
    post.after(minutes=3)
    assert write(post) == 0


def test_a_call_about_a_banned_customer_still_goes_out(post, bob):
    conversation = post.customer()
    note(post, conversation, "@Bob may they come back?")
    post.change(conversation, banned_at=post.after(minutes=3), read_seq=99)
    assert write(post) == 1
    (mail,) = post.mails()
    assert claim(post.desk.database, mail.id, post.desk.now) is not None
