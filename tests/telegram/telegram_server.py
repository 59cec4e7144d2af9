"""A server with Telegram on, as a process that can be killed: ``telegram_server.py HOME``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import uvicorn

from bot.app import create_app
from bot.conversations.runner import TurnTiming
from bot.settings import Settings

if __name__ == "__main__":
    settings = Settings.load(Path(sys.argv[1]), os.environ)
    app = create_app(settings, telegram=True, timing=TurnTiming(quiet=0.1))
    uvicorn.run(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=1)
