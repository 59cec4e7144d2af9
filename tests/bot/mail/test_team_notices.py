"""What the team hears of by mail, and how seldom."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.conversations.notices import Notice, announce
from bot.dialog import Move
from bot.mail.notices import WAITS, write_notices
from bot.store.tables import NoticeRow


@pytest.fixture
def team(post):
    post.set(notify={"emails": ["ada@shop.example", "bob@shop.example"], "every_minutes": 15})
    return post


def waiting(post) -> str:
    conversation = post.desk.conversation()
    post.desk.move(conversation, Move.HAND_OFF, reason="asked")
    return conversation


def notice(post, conversation: str, kind: str = "nobody_looked") -> None:
    row = NoticeRow(
        key=f"{kind}:{conversation}",
        kind=kind,
        conversation_id=conversation,
        created_at=post.desk.now,
    )
    with post.desk.database.write() as session:
        session.add(row)


def write(post) -> int:
    return write_notices(post.desk.database, post.by, post.desk.now)


def test_a_notice_is_mailed_to_the_whole_team_once(team):
    conversation = waiting(team)
    notice(team, conversation)
    assert (write(team), write(team)) == (2, 0)
    team.after(minutes=60)
    assert write(team) == 0
    assert [mail.to for mail in team.mails()] == ["ada@shop.example", "bob@shop.example"]
    mail = team.mails()[0]
    assert mail.subject == "The Shop: A customer is waiting, and nobody has looked yet"
    assert f"https://help.shop.example/desk/inbox/all/{conversation}" in mail.text


def test_many_of_a_kind_go_into_one_mail_and_the_next_waits(team):
    team.set(notify={"emails": ["ada@shop.example"], "every_minutes": 15})
    conversations = [waiting(team) for _ in range(25)]
    for conversation in conversations:
        notice(team, conversation)
    assert write(team) == 1
    (digest,) = team.mails()
    assert digest.subject.endswith("(25)")
    assert "And 5 more." in digest.text
    assert conversations[0] in digest.text
    notice(team, waiting(team))
    team.after(minutes=14)
    assert write(team) == 0
    team.after(minutes=1)
    assert write(team) == 1


def test_kinds_do_not_wait_for_each_other(team):
    conversation = waiting(team)
    for kind in ("nobody_looked", "promise_broken", "something_new"):
        notice(team, conversation, kind)
    assert write(team) == 6
    assert {mail.kind for mail in team.mails()} == {
        "notice:nobody_looked", "notice:promise_broken", "notice:something_new",
    }  # fmt: skip


@pytest.mark.parametrize("kind", WAITS)
def test_what_was_settled_before_its_mail_is_not_news_any_more(team, kind):
    conversation = waiting(team)
    notice(team, conversation, kind)
    team.desk.take_over(conversation, team.desk.agent("Ada"))
    assert write(team) == 0
    with team.desk.database.read() as session:
        assert all(each.delivered_at for each in session.exec(select(NoticeRow)))


def test_a_broken_promise_is_news_whoever_has_the_conversation(team):
    conversation = waiting(team)
    notice(team, conversation, "promise_broken")
    team.desk.take_over(conversation, team.desk.agent("Ada"))
    assert write(team) == 2


def test_a_notice_holds_nothing_that_a_customer_said(team):
    conversation = team.customer()
    team.desk.says(conversation, "my card is 4111")
    team.desk.move(conversation, Move.HAND_OFF, reason="my card is 4111")
    notice(team, conversation)
    assert write(team) == 2
    assert all("4111" not in mail.text + mail.html + mail.subject for mail in team.mails())


def test_a_day_old_notice_is_no_news(team):
    notice(team, waiting(team))
    team.after(days=1, minutes=3)
    assert write(team) == 0


def test_how_a_retraining_ended_is_mailed_and_leads_to_the_review(team):
    with team.desk.database.write() as session:
        announce(session, Notice.RETRAINING_REFUSED, "run-1", team.desk.now, model="m")
    assert write(team) == 2
    mail = team.mails()[0]
    assert mail.subject == ("The Shop: A newly learned model was refused; the one before serves on")
    assert "https://help.shop.example/desk/review" in mail.text
