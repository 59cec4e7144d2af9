"""The one command: does every fault, prints a Markdown table, exits 1 where something fails.

python -m tests.faults [--quick] [--only NAME] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from live import prepare_home

from faults import (
    bad_bot_api,
    damaged_files,
    full_disk,
    hanging_lookup,
    jumping_clock,
    locked_database,
    odd_texts,
    repeating_client,
    takeover_races,
    telegram_kills,
    web_kills,
)
from faults.findings import Finding, table
from faults.place import Place
from knowledge.sample.orders import serve


class Scenario(Protocol):
    """One fault, or a few of a kind."""

    def __call__(self, place: Place, *, quick: bool) -> list[Finding]: ...


SCENARIOS: dict[str, Scenario] = {
    module.__name__.rpartition(".")[2]: module.run
    for module in (
        web_kills,
        telegram_kills,
        bad_bot_api,
        takeover_races,
        repeating_client,
        locked_database,
        full_disk,
        damaged_files,
        hanging_lookup,
        jumping_clock,
        odd_texts,
    )
}


def main() -> int:
    """Run what was asked for; 1 where something does not hold."""
    arguments = _arguments()
    findings: list[Finding] = []
    with _place() as place:
        for name in arguments.only or SCENARIOS:
            began = time.monotonic()
            found = SCENARIOS[name](place, quick=arguments.quick)
            findings += found
            verdict = "holds" if all(each.holds for each in found) else "DOES NOT HOLD"
            print(f"{name}: {verdict} ({time.monotonic() - began:.0f} s)", file=sys.stderr)
    print(table(findings))
    if arguments.json:
        documents = [each.as_json() for each in findings]
        arguments.json.write_text(json.dumps(documents, indent=2) + "\n", encoding="utf-8")
    return 0 if all(each.holds for each in findings) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        "python -m tests.faults", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("--quick", action="store_true", help="the sizes that the tests run")
    parser.add_argument("--only", action="append", choices=tuple(SCENARIOS), metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the findings there too")
    return parser.parse_args()


@contextmanager
def _place() -> Iterator[Place]:
    """A folder for everything, with a prepared home and the sample company's order service."""
    orders = serve()
    try:
        with tempfile.TemporaryDirectory(prefix="frontdesk-faults-") as folder:
            prepared = Path(folder) / "prepared"
            prepared.mkdir()
            prepare_home(prepared, f"http://127.0.0.1:{orders.server_port}/orders")
            yield Place(prepared, Path(folder))
    finally:
        orders.shutdown()
        orders.server_close()
