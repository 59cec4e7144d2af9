"""The model's or the index's files are damaged or gone, while serving and at the start."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from live import LiveServer

from faults.customers import Customer, begin_all, kept_promises, open_client
from faults.findings import Figure, Finding, below, none_of
from faults.place import Place

CUSTOMERS = 2
ANSWER_WITHIN = 5.0
HEALTHY_WITHIN = 15.0
NONSENSE = b"these are not the bytes that you are looking for\n" * 100
QUESTION = "Where is my order?"


def own_model(home: Path) -> Path:
    """The home's model directory, no longer shared with other homes."""
    models = home / "models"
    shared = models.resolve()
    models.unlink()
    shutil.copytree(shared, models)
    return models / "base"


def index_of(home: Path) -> Path:
    """The directory of the one search index."""
    (index,) = (home / "indexes").iterdir()
    return index


def overwrite(folder: Path) -> None:
    """Every file becomes nonsense, in place of the one that was there."""
    for file in [each for each in folder.rglob("*") if each.is_file()]:
        file.unlink()
        file.write_bytes(NONSENSE)


@dataclass(frozen=True, slots=True)
class Damage:
    """What is done to ``folder``, and what readyz calls what is missing then."""

    folder: Path
    do: Callable[[Path], None]
    missing: str


@dataclass
class Inquiry:
    """Customers who ask again and again; what they heard, and after how long."""

    server: LiveServer
    client: httpx.AsyncClient
    customers: list[Customer]
    seconds: list[float] = field(default_factory=list)

    async def ask(self) -> None:
        """Everybody asks once more."""
        for each in self.customers:
            _, seconds = await each.ask(f"{QUESTION} ({len(each.said)})")
            self.seconds.append(seconds)

    async def missing(self) -> list[str]:
        """What readyz says is missing."""
        answer = await self.client.get(f"{self.server.url}/readyz")
        return list(answer.json()["degraded"])

    async def healed(self) -> float:
        """Seconds until nothing is missing any more; no longer than a minute."""
        began = time.monotonic()
        while await self.missing() and time.monotonic() - began < 60:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        return time.monotonic() - began


async def inquire(server: LiveServer, damage: Damage, patience: float) -> tuple[Figure, ...]:
    """Damage while serving, start again over the damage, put it right; ask all along."""
    saved = damage.folder.with_name("saved")
    async with open_client() as client:
        inquiry = Inquiry(server, client, await begin_all(server, client, CUSTOMERS))
        await inquiry.ask()
        shutil.copytree(damage.folder, saved)
        damage.do(damage.folder)
        await inquiry.ask()
        while_serving = await inquiry.missing()
        server.kill()
        await asyncio.to_thread(server.start)
        at_start = await inquiry.missing()
        await inquiry.ask()
        shutil.rmtree(damage.folder, ignore_errors=True)
        saved.rename(damage.folder)
        seconds = await inquiry.healed()
        await inquiry.ask()
        threads = [await each.settled() for each in inquiry.customers]
        for each in inquiry.customers:
            await each.end()
    return (
        none_of("missing while it served on", while_serving),
        Figure("told by readyz after a restart", ", ".join(at_start), damage.missing in at_start),
        below("until an answer, at most", inquiry.seconds, ANSWER_WITHIN * patience),
        *kept_promises(inquiry.customers, threads),
        below("until healthy by itself", [seconds], HEALTHY_WITHIN * patience),
    )


def run(place: Place, *, quick: bool) -> list[Finding]:
    """The model, then the index; the same in both sizes."""
    home = place.trained_home()
    model = Damage(own_model(home), overwrite, "model")
    index = Damage(index_of(home), shutil.rmtree, "index")
    findings = []
    for fault, damage in (("The model is damaged", model), ("The index is missing", index)):
        with place.serving(home) as server:
            figures = asyncio.run(inquire(server, damage, place.patience))
        done = f"the {damage.missing}'s files, while serving and at the start, then put right"
        findings.append(Finding(fault, done, figures))
    return findings
