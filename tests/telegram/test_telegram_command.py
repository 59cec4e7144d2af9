"""``serve --telegram`` refuses settings that cannot work, before anything starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "FRONTDESK_TELEGRAM_TOKEN is not set"),
        (
            {
                "FRONTDESK_TELEGRAM_TOKEN": "42:abc",
                "FRONTDESK_TELEGRAM_WEBHOOK_SECRET": "a-secret",
            },
            "FRONTDESK_PUBLIC_URL is not",
        ),
    ],
)
def test_serve_refuses_in_one_sentence(
    tmp_path: Path, environment: dict[str, str], sentence: str
) -> None:
    plain = {k: v for k, v in os.environ.items() if not k.startswith("FRONTDESK_")}
    command = [sys.executable, "-c", "from bot.cli import main; main()", "--home", str(tmp_path)]
    ran = subprocess.run(
        [*command, "serve", "--telegram", "--port", "0"],
        env={**plain, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 1
    assert sentence in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert ran.stdout == ""
