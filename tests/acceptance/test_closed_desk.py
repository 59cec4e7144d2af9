"""Nobody has the desk open: whoever waits is told of by e-mail all the same."""

from __future__ import annotations

import time
from pathlib import Path

from chatting import Chat
from fakes.smtp_server import MailServer, mail_server
from live import LiveServer, copy_home

AS_IT_IS = "notify:\n  emails: []\n  every_minutes: 15\n"
SETTINGS = """
notify: {emails: [team@lindewiel.example], every_minutes: 1}
patience: {nobody_looked_minutes: 0.05}
"""


def arrived(mail: MailServer, seconds: float = 60) -> str:
    """The subject of the first mail."""
    until = time.monotonic() + seconds
    while not mail.mails and time.monotonic() < until:
        time.sleep(0.1)
    assert mail.mails, f"no mail within {seconds} s"
    return str(mail.mails[0].message["Subject"])


def test_the_team_is_mailed_when_nobody_looks_and_the_desk_is_closed(
    prepared_home: Path, tmp_path: Path
) -> None:
    home = copy_home(prepared_home, tmp_path / "home")
    file = home / "frontdesk.yaml"
    written = file.read_text("utf-8")
    assert AS_IT_IS in written
    file.write_text(written.replace(AS_IT_IS, SETTINGS), "utf-8")
    with mail_server() as mail:
        server = LiveServer.over(home)
        server.environment = {
            "FRONTDESK_SMTP_URL": mail.url,
            "FRONTDESK_PUBLIC_URL": "https://help.lindewiel.example",
        }
        server.start()
        try:
            chat = Chat(server.url)
            assert chat.client.post("/handoff").is_success
            assert arrived(mail) == "Lindewiel: A customer is waiting, and nobody has looked yet"
            assert mail.mails[0].receiver == "team@lindewiel.example"
            assert "https://help.lindewiel.example/desk/" in mail.mails[0].text
            chat.close()
        finally:
            server.stop()
