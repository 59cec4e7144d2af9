"""Mails on their way out: each once, again where that may help, else parked and shown."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from corresponding import PUBLIC, letter
from fakes.smtp_server import BREAK

from bot.mail import mailing
from bot.mail.mailing import Mailing, again_or_never
from bot.mail.outbox import abandon_interrupted, claim, due, enqueue, send_again
from bot.mail.server import parse_smtp_url
from bot.services import Services
from bot.settings import Settings


class Office:
    """A mailing over a clock that the test moves."""

    def __init__(self, post, smtp, tmp_path) -> None:
        environment = {"FRONTDESK_SMTP_URL": smtp.url, "FRONTDESK_PUBLIC_URL": PUBLIC}
        settings = Settings.load(tmp_path, environment)
        self.post, self.smtp = post, smtp
        self.services = Services(settings, post.desk.database, clock=lambda: post.desk.now)
        self.mailing = Mailing(self.services, parse_smtp_url(smtp.url), patience=0.3)

    def put(self, *keys: str) -> None:
        with self.post.desk.database.write() as session:
            for key in keys:
                enqueue(session, key, "answer", letter(subject=key), self.post.desk.now)

    async def round(self, **passed: float) -> list[str]:
        """One round after so much time; the statuses of all mails."""
        self.post.after(**passed)
        await self.mailing.round()
        return [mail.status for mail in self.post.mails()]

    def arrived(self) -> list[str]:
        return [each.message["Subject"] for each in self.smtp.mails]


@pytest.fixture
async def office(post, smtp, tmp_path) -> AsyncIterator[Office]:
    opened = Office(post, smtp, tmp_path)
    yield opened
    await opened.mailing.stop()
    opened.services.pool.shutdown()


async def test_what_is_owed_is_written_and_sent_in_one_round(office):
    conversation = office.post.customer()
    office.post.answers(conversation)
    assert await office.round(minutes=6) == ["sent"]
    assert office.smtp.mails[0].receiver == "eve@home.example"
    assert await office.round(minutes=6) == ["sent"]
    assert len(office.smtp.mails) == 1


async def test_the_same_key_is_one_mail(office):
    office.put("one", "two", "one")
    assert await office.round() == ["sent", "sent"]
    assert office.arrived() == ["one", "two"]


async def test_a_refusal_that_passes_is_tried_again_later_and_then_arrives(office):
    office.put("one")
    office.smtp.answer("RCPT", "421 busy", times=2)
    assert await office.round() == ["pending"]
    assert await office.round(seconds=20) == ["pending"]
    assert office.post.mails()[0].attempts == 1
    assert await office.round(seconds=20) == ["pending"]
    assert await office.round(seconds=61) == ["sent"]
    assert office.arrived() == ["one"]


async def test_a_refusal_for_good_is_parked_with_its_reason_and_holds_nobody_up(office):
    office.put("one", "two")
    office.smtp.answer("RCPT", "550 no such mailbox")
    assert await office.round() == ["failed", "sent"]
    assert "no such mailbox" in office.post.mails()[0].error


async def test_a_line_that_broke_after_the_text_is_unknown_and_not_repeated_by_itself(office):
    office.put("one")
    office.smtp.answer("TEXT", BREAK)
    assert await office.round() == ["unknown"]
    assert await office.round(days=1) == ["unknown"]
    assert office.smtp.verbs().count("DATA") == 1


async def test_a_person_may_have_a_parked_mail_sent_once_more_under_the_same_id(office):
    office.put("one")
    office.smtp.answer("TEXT", BREAK)
    await office.round()
    database, now = office.post.desk.database, office.post.desk.now
    mail_id = office.post.mails()[0].id
    assert send_again(database, mail_id, now)
    assert not send_again(database, mail_id, now)
    assert await office.round() == ["sent"]


async def test_what_no_mail_can_be_made_of_is_parked(office):
    with office.post.desk.database.write() as session:
        enqueue(session, "k", "answer", letter(to="nobody\r\nBcc: x@y.z"), office.post.desk.now)
    assert await office.round() == ["failed"]
    assert office.smtp.mails == []


async def test_pauses_grow_and_end_after_two_days(office):
    office.put("one")
    database, now = office.post.desk.database, office.post.desk.now
    (mail_id,) = due(database, now)
    mail = claim(database, mail_id, now)
    assert mail is not None
    assert again_or_never(mail, "busy", now).not_before == now + timedelta(seconds=30)
    late = now + timedelta(days=2)
    assert again_or_never(mail, "busy", late).reason.startswith("Given up after 2 days.")


async def test_a_mail_is_claimed_once_and_unknown_after_a_crash(office):
    office.put("one")
    database, now = office.post.desk.database, office.post.desk.now
    (mail_id,) = due(database, now)
    assert claim(database, mail_id, now) is not None
    assert claim(database, mail_id, now) is None
    abandon_interrupted(database, now)
    assert await office.round(days=1) == ["unknown"]


async def test_it_runs_by_itself_until_it_is_stopped(office):
    conversation = office.post.customer()
    office.post.answers(conversation)
    office.post.after(minutes=6)
    with office.services.bus.subscribe(conversation) as news:
        await office.mailing.start()
        assert await news.wait(10)
    await office.mailing.stop()
    assert [mail.status for mail in office.post.mails()] == ["sent"]
    assert len(office.smtp.mails) == 1


async def test_a_clock_that_was_put_back_delays_no_mail(office):
    office.put("one")
    office.smtp.answer("RCPT", "421 busy")
    assert await office.round() == ["pending"]
    assert await office.round(days=-1) == ["sent"]


async def test_a_mail_that_cannot_be_claimed_holds_up_no_other(office, monkeypatch):
    office.put("one", "two")
    first = office.post.mails()[0].id

    def breaks_for_the_first(database, mail_id, now):
        if mail_id == first:
            raise ValueError("damaged")
        return claim(database, mail_id, now)

    monkeypatch.setattr(mailing, "claim", breaks_for_the_first)
    assert await office.round() == ["pending", "sent"]
