"""What FRONTDESK_SMTP_URL may say, and what is refused with a reason and without its password."""

from __future__ import annotations

import pytest

from bot.app import create_app
from bot.mail import SmtpServer
from bot.mail.server import Encryption, parse_smtp_url
from bot.mail_address import is_mail_address
from bot.settings import Settings, SettingsError


@pytest.mark.parametrize(
    ("url", "host", "port", "encryption", "sender"),
    [
        ("smtp://ada%40a.b:p%23w@mx.a.b", "mx.a.b", 587, Encryption.STARTTLS, "ada@a.b"),
        ("smtp://u:p@mx.a.b:25?starttls=1&from=x@a.b", "mx.a.b", 25, Encryption.STARTTLS, "x@a.b"),
        ("smtps://u:p@mx.a.b?from=x@a.b", "mx.a.b", 465, Encryption.TLS, "x@a.b"),
        ("smtp://relay.lan?starttls=0&from=x@a.b", "relay.lan", 587, Encryption.NONE, "x@a.b"),
        ("smtp://localhost:25?from=x@a.b", "localhost", 25, Encryption.NONE, "x@a.b"),
    ],
)
def test_an_address_names_the_server_and_the_line_is_private_unless_it_is_local(
    url, host, port, encryption, sender
):
    server = parse_smtp_url(url)
    assert (server.host, server.port, server.encryption, server.sender) == (
        host, port, encryption, sender,
    )  # fmt: skip


def test_the_password_is_read_whole_and_never_shown():
    server = parse_smtp_url("smtp://u:s%3Acret%21@mx.a.b?from=x@a.b")
    assert server.password == "s:cret!"
    assert "cret" not in repr(server)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mx.a.b", "smtp://"),
        ("http://mx.a.b", "smtp://"),
        ("smtp://", "smtp://"),
        ("smtp://mx.a.b:99999?from=x@a.b", "port"),
        ("smtp://mx.a.b/inbox?from=x@a.b", "after the host"),
        ("smtp://mx.a.b", "from="),
        ("smtp://u:secret@mx.a.b", "from="),
        ("smtp://mx.a.b?from=nobody", "from="),
        ("smtp://u@mx.a.b?from=x@a.b", "both"),
        ("smtp://mx.a.b?from=x@a.b&tls=1", "'tls'"),
        ("smtp://mx.a.b?from=x@a.b&starttls=yes", "starttls=1"),
        ("smtps://mx.a.b?from=x@a.b&starttls=1", "leave starttls out"),
        ("smtp://u:secret@mx.a.b?from=x@a.b&starttls=0", "unencrypted"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_would_be_right(url, reason):
    with pytest.raises(SettingsError, match="FRONTDESK_SMTP_URL") as refused:
        parse_smtp_url(url)
    assert reason in str(refused.value)
    assert "secret" not in str(refused.value)


def test_mail_needs_an_address_for_its_links(tmp_path):
    settings = Settings.load(tmp_path, {"FRONTDESK_SMTP_URL": "smtp://mx.a.b?from=x@a.b"})
    with pytest.raises(SettingsError, match="FRONTDESK_PUBLIC_URL"):
        create_app(settings)


def test_without_a_server_there_is_no_mail(tmp_path):
    assert SmtpServer.of(Settings.load(tmp_path, {})) is None


@pytest.mark.parametrize(
    "text",
    [
        "", "ada", "ada@shop", "a b@c.d", "a@b.c,d@e.f", "a@b.c\r\nBcc: x@y.z", "<a@b.c>", "@b.c",
        "ü@b.c", '"a b"@c.d', f"{'a' * 260}@b.c",
    ],
)  # fmt: skip
def test_what_is_no_address_is_not_mailed_to(text):
    assert not is_mail_address(text)
