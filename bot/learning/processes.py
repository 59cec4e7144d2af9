"""Starts this program's own commands as processes that outlive the server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from bot.settings import Settings


def start_command(
    settings: Settings, arguments: Sequence[str], log: str
) -> subprocess.Popen[bytes]:
    """Start `frontdesk ARGUMENTS` over this home, in a session of its own.

    What it says goes to the file ``log`` of the home.
    """
    command = [sys.executable, "-m", "bot.cli", "--home", str(settings.home), *arguments]
    environment = {**os.environ, "FRONTDESK_DATABASE_URL": settings.database_url}
    with (settings.home / log).open("wb") as output:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
