"""Handing a mail in: what it looks like on the line, and what every failure means."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from corresponding import mail
from fakes.smtp_server import BREAK, HANG, mail_server

from bot.conversations.dispatcher import Unreachable
from bot.conversations.outbox import Delivered, Refused, Uncertain
from bot.mail.server import parse_smtp_url
from bot.mail.smtp import as_message, deliver

SENDER = "support@shop.example"
TO = "eve@home.example"


def send(server, given=None, url: str | None = None):
    message = as_message(given or mail(), SENDER, "The Shop", SENDER)
    return deliver(parse_smtp_url(url or server.url), message, TO, patience=0.3)


def test_a_mail_arrives_with_its_words_in_both_forms(smtp):
    outcome = send(smtp, mail(text="Größe 42 — 是的\n.\n", html="<p>Größe</p>"))
    (arrived,) = smtp.mails
    assert isinstance(outcome, Delivered)
    assert (arrived.sender, arrived.receiver) == (SENDER, TO)
    assert arrived.text == "Größe 42 — 是的\n.\n"
    assert "<p>Größe</p>" in arrived.html
    assert arrived.message["From"] == "The Shop <support@shop.example>"


def test_a_machines_mail_says_that_it_is_one(smtp):
    send(smtp)
    send(smtp, mail(kind="notice:nobody_looked"))
    answer, notice = (each.message for each in smtp.mails)
    assert answer["Auto-Submitted"] == notice["Auto-Submitted"] == "auto-generated"
    assert notice["List-Id"] == "<frontdesk-notices.shop.example>"
    assert answer["List-Id"] is None


def test_the_same_mail_has_the_same_id_whenever_it_is_sent(smtp):
    for key in ("one", "one", "two"):
        send(smtp, mail(key))
    first, again, other = (each.message["Message-ID"] for each in smtp.mails)
    assert first == again != other


def test_no_word_of_anybody_becomes_a_header(smtp):
    given = mail(subject="Hi\r\nBcc: victim@home.example\n\n<b>")
    message = as_message(given, SENDER, "Shop\r\nX-Evil: 1", None)
    deliver(parse_smtp_url(smtp.url), message, TO)
    (arrived,) = smtp.mails
    assert arrived.message["Subject"] == "Hi Bcc: victim@home.example <b>"
    assert (arrived.message["Bcc"], arrived.message["X-Evil"]) == (None, None)
    with pytest.raises(ValueError, match="CR or LF"):
        as_message(mail(to="a@b.c\r\nBcc: x@y.z"), SENDER, "The Shop")


@pytest.mark.parametrize(
    ("command", "reply", "outcome"),
    [
        ("RCPT", "550 no such user", Refused),
        ("DATA", "554 no", Refused),
        ("TEXT", "552 too big", Refused),
        ("RCPT", "450 later", Unreachable),
        ("RCPT", "421 closing", Unreachable),
        ("MAIL", "550 you may not send", Unreachable),
        ("DATA", "421 closing", Unreachable),
        ("TEXT", "451 later", Unreachable),
        ("EHLO", BREAK, Unreachable),
        ("RCPT", BREAK, Unreachable),
        ("RCPT", HANG, Unreachable),
        ("TEXT", BREAK, Uncertain),
        ("TEXT", HANG, Uncertain),
    ],
)
def test_what_the_server_does_decides_what_becomes_of_a_mail(smtp, command, reply, outcome):
    smtp.answer(command, reply)
    settled = send(smtp)
    assert isinstance(settled, outcome)
    assert smtp.mails == []
    if reply not in (BREAK, HANG):
        assert reply[:3] in settled.reason


def test_a_server_that_is_not_there_is_tried_again(smtp):
    assert isinstance(send(smtp, url="smtp://127.0.0.1:1?from=x@a.b"), Unreachable)


def test_a_password_is_never_said_on_an_open_line(smtp):
    smtp.features = ("AUTH PLAIN",)
    url = f"smtp://u:secret@127.0.0.1:{smtp.port}?starttls=1&from=x@a.b"
    assert isinstance(send(smtp, url=url), Unreachable)
    assert "AUTH" not in smtp.verbs()


def test_a_wrong_password_is_a_matter_of_the_settings_not_of_the_mail(smtp):
    smtp.features = ("AUTH PLAIN",)
    smtp.answer("AUTH", "535 wrong", times=3)
    url = f"smtp://u:p@127.0.0.1:{smtp.port}?from=x@a.b"
    assert isinstance(send(smtp, url=url), Unreachable)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_said(tmp_path: Path):
    pem = tmp_path / "server.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 "
        f"-keyout {tmp_path}/key -out {tmp_path}/cert"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    pem.write_bytes((tmp_path / "key").read_bytes() + (tmp_path / "cert").read_bytes())
    with mail_server(pem) as server:
        url = f"smtp://u:p@127.0.0.1:{server.port}?starttls=1&from=x@a.b"
        outcome = send(server, url=url)
    assert isinstance(outcome, Unreachable)
    assert "certificate" in outcome.reason.lower()
    assert server.verbs()[-1] == "STARTTLS"
