"""Runs the server."""

from __future__ import annotations

import os
import socket
import sys
from types import FrameType

import click

from bot.commands.context import CommandError, Home, note
from bot.settings import Settings

LOOPBACK = "127.0.0.1"
TRIAL = "trial"
SWITCH_SECONDS = 0.000_5
"""How long a thread computes before another has its turn. At Python's 5 ms, threads that decide
keep those waiting that take messages in: each needs many short turns."""
UNBUILT_VARIABLES = ("FRONTDESK_REDIS_URL",)


@click.command()
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on.")
@click.option("--port", default=8080, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(min=1))
@click.option(
    "--telegram", is_flag=True, help="Serve the Telegram bot of FRONTDESK_TELEGRAM_TOKEN."
)
@click.pass_obj
def serve(home: Home, host: str, port: int, workers: int, telegram: bool) -> None:
    """The widget, the API and the desk; with --telegram the Telegram bot too."""
    if workers > 1:
        raise CommandError(
            "more than one worker needs PostgreSQL and Redis, which is not built yet; "
            "leave --workers out"
        )
    if telegram:
        from bot.channels.telegram import TelegramAccess

        TelegramAccess.of(home.settings)
    elif home.settings.file.telegram_desk_chat is not None:
        note("telegram_desk_chat is set, but nothing goes there without --telegram")
    for name in UNBUILT_VARIABLES:
        if os.environ.get(name):
            note(f"{name} is set, but what it is for is not built yet; it changes nothing")
    refuse_trial_in_public(home, host, telegram=telegram)
    run_server(home.settings, host, port, telegram=telegram)


def refuse_trial_in_public(home: Home, host: str, *, telegram: bool) -> None:
    """A home whose drafts nobody has read is shown to nobody else.

    Raises:
        CommandError: the home is a trial, and others than this machine could talk to it.
    """
    from bot.store.tables import SettingRow

    with home.database.read() as session:
        trial = session.get(SettingRow, TRIAL) is not None
    if trial and (telegram or host not in (LOOPBACK, "localhost", "::1")):
        raise CommandError(
            "this home is a trial (drafts were accepted unread), so it serves this machine only; "
            "leave --host and --telegram out, or begin a home whose drafts somebody has read"
        )


def run_server(settings: Settings, host: str, port: int, *, telegram: bool = False) -> None:
    """Serve until interrupted.

    Raises:
        CommandError: the port is taken, or the server did not come up.
    """
    import uvicorn

    from bot.app import create_app

    class _Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            """Open streams end first; waiting for them would hold the server up."""
            app.state.services.bus.close()
            super().handle_exit(sig, frame)

    check_port(host, port)
    sys.setswitchinterval(SWITCH_SECONDS)
    app = create_app(settings, telegram=telegram)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_level="warning",
        ws="websockets-sansio",
        ws_max_size=256 * 1024,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=",".join(settings.trusted_proxies) or None,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    note(f"Frontdesk serves on http://{host}:{port}/ (the desk: http://{host}:{port}/desk/)")
    try:
        server.run()
    except SystemExit:
        raise CommandError("the server did not start; the lines above say why") from None


def check_port(host: str, port: int) -> None:
    """Refuse in a sentence where the port cannot be had.

    Raises:
        CommandError: it is taken, or not ours to take.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"port {port} on {host} cannot be had ({error.strerror}); "
                "choose another with --port"
            ) from None
