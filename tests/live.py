"""The product as its users run it: a prepared home, and `frontdesk serve` as a process over it.

The home has a real encoder, the sample company's templates and some of its articles, but no trained
intents: that would take minutes.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import httpx

from bot.answering import load_release, promote
from bot.answering.releases import register_model
from bot.content.articles import put_articles
from bot.content.templates import put_template
from bot.desk.users import Role, add_user
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from knowledge import read_articles, read_templates, sample

SAMPLE = Path(sample.__file__).parent
ARTICLES = ("return-policy", "size-guide", "warranty", "customs-uk-ch-no", "trade-in")
DESK_EMAIL = "robin@lindewiel.example"
DESK_PASSWORD = "a wheel for every road"
ORDERS = "http://127.0.0.1:8090/orders"


def prepare_home(
    home: Path, orders_url: str, environment: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Fill ``home``: settings, model, templates, articles, release, and a user for the desk."""
    from training import export_base

    settings_text = (SAMPLE / "frontdesk.yaml").read_text(encoding="utf-8")
    assert ORDERS in settings_text
    (home / "frontdesk.yaml").write_text(
        settings_text.replace(ORDERS, orders_url) + "\nquiet_seconds: 0.2\n", encoding="utf-8"
    )
    settings = Settings.load(home, environment)
    database = Database.open(settings.database_url)
    try:
        export_base(settings.models / "base")
        now = utc_now()
        with database.write() as session:
            for template in read_templates(SAMPLE / "templates.yaml"):
                put_template(session, template, now)
        paths = [SAMPLE / "articles" / f"{name}.md" for name in ARTICLES]
        put_articles(database, read_articles(paths, on_skip=lambda skipped: None))
        register_model(database, "base", {}, now)
        promote(database, settings, "base", now, lambda step, done, of: None)
        load_release(database, settings)
        add_user(database, DESK_EMAIL, DESK_PASSWORD, Role.ADMIN, now, "Robin")
    finally:
        database.close()


def copy_home(prepared: Path, home: Path) -> Path:
    """A home of one's own like ``prepared``; the model, which nobody changes, is shared."""
    shutil.copytree(prepared, home, ignore=shutil.ignore_patterns("models"))
    (home / "models").symlink_to(prepared / "models")
    return home


@dataclass
class LiveServer:
    """`frontdesk serve` over ``home``; may be killed and started again on the same port.

    ``more`` are further options of the command, ``environment`` further variables of the process.
    """

    home: Path
    port: int
    desk_email: str = DESK_EMAIL
    desk_password: str = DESK_PASSWORD
    more: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def over(cls, home: Path) -> LiveServer:
        """A server on a free port, not started yet."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return cls(home, probe.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def websocket_url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/api/chat/ws"

    def start(self, seconds: float = 60) -> None:
        """Start the process and wait until it is ready."""
        command = ["-m", "bot.cli", "--home", str(self.home), "serve", "--port", str(self.port)]
        with (self.home / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command, *self.more],
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.environment},
            )
        until = time.monotonic() + seconds
        with httpx.Client(base_url=self.url, timeout=2) as client:
            while time.monotonic() < until and self.process.poll() is None:
                try:
                    if client.get("/readyz").status_code == httpx.codes.OK:
                        return
                except httpx.TransportError:
                    time.sleep(0.02)
        raise AssertionError(f"the server did not start:\n{self.log()}")

    def kill(self) -> None:
        """SIGKILL: no goodbye."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM; the exit status."""
        assert self.process is not None
        self.process.terminate()
        return self.process.wait(timeout=30)

    def log(self) -> str:
        """Everything that it wrote."""
        return (self.home / "server.log").read_text(encoding="utf-8")
