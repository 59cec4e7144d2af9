"""How fast a home answers, how soon it serves, and what that costs in memory.

    python -m tests.benchmarks.answering HOME TEXTS

HOME is a prepared home (`frontdesk --home HOME demo --prepare-only`), TEXTS a file with a message a
line. Prints a table; run it on a machine that does nothing else.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

STARTS = 3


def percentile(values: list[float], share: float) -> float:
    """The value that ``share`` of ``values`` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def ask_all(home: str, texts: str) -> list[float]:
    """Milliseconds per message of `frontdesk ask --file`."""
    command = [sys.executable, "-m", "bot.cli", "--home", home, "ask", "--file", texts]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line)["latency_ms"] for line in finished.stdout.splitlines()]


def serve_once(home: str) -> tuple[float, float]:
    """Seconds from process start to ready, and its resident MiB after the first turn."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bot.cli", "--home", home, "serve", "--port", str(port)]
    started = time.perf_counter()
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        while not is_ready(address):
            time.sleep(0.02)
        ready = time.perf_counter() - started
        converse(address)
        status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return ready, int(resident.split()[1]) / 1024
    finally:
        server.terminate()
        server.wait()


def is_ready(address: str) -> bool:
    """Whether the server says that it can take messages."""
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=1) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def converse(address: str) -> None:
    """One conversation, so that everything that loads late is loaded."""
    session = call(f"{address}/api/chat/sessions", {})
    token = {"Authorization": f"Bearer {session['token']}"}
    call(
        f"{address}/api/chat/messages", {"client_msg_id": "1", "text": "How do I return it?"}, token
    )
    request = urllib.request.Request(f"{address}/api/chat/messages?after=2&wait=10", headers=token)
    with urllib.request.urlopen(request, timeout=15) as response:
        assert json.load(response)["messages"]


def call(url: str, body: dict[str, str], headers: dict[str, str] | None = None) -> dict[str, str]:
    """POST JSON, return JSON."""
    content = json.dumps(body).encode()
    heads = {"Content-Type": "application/json", **(headers or {})}
    request = urllib.request.Request(url, content, heads)
    with urllib.request.urlopen(request, timeout=10) as response:
        answer: dict[str, str] = json.load(response)
        return answer


def main() -> None:
    """Measure and print."""
    home, texts = sys.argv[1:3]
    latencies = ask_all(home, texts)
    starts = [serve_once(home) for _ in range(STARTS)]
    half, most = percentile(latencies, 0.5), percentile(latencies, 0.99)
    seconds, mebibytes = zip(*starts, strict=True)
    print(f"load average         {os.getloadavg()[0]:.1f}")
    print(f"messages asked       {len(latencies)}")
    print(f"ask, p50 / p99       {half:.1f} / {most:.1f} ms")
    print(f"serve ready          {min(seconds):.2f} to {max(seconds):.2f} s")
    print(f"serving process      {max(mebibytes):.0f} MiB")


if __name__ == "__main__":
    main()
