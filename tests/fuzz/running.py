"""Atheris over every importer, or over those that are named.

Each is fuzzed in a process of its own, for its share of the time, with 512 MiB of memory and ten
seconds an input. What breaks a promise is kept in ``--findings`` and ends with exit code 1; given
as ``--again FILE`` it is shown once more. Needs the ``fuzz`` extra, on Linux.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from fuzz.promise import import_bytes
from fuzz.seeds import seeds_of
from knowledge.importers.formats import IMPORTERS


def main() -> int:
    """Fuzz, or show a finding again; 1 where a promise is broken, 2 without Atheris."""
    options = _options()
    if options.again:
        with tempfile.TemporaryDirectory() as folder:
            for format in options.format:
                print(format, import_bytes(options.again.read_bytes(), format, Path(folder)))
        return 0
    if find_spec("atheris") is None:
        print("this needs Atheris: pip install -e '.[fuzz]'", file=sys.stderr)
        return 2
    options.findings.mkdir(parents=True, exist_ok=True)
    share = max(1, options.seconds // len(options.format))
    broken = [each for each in options.format if not _holds(each, share, options.findings)]
    print(f"broken: {', '.join(broken) or 'none'}; what broke them is in {options.findings}")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    formats = [importer.format for importer in IMPORTERS]
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for all formats together")
    parser.add_argument("--format", action="append", choices=formats)
    parser.add_argument("--findings", type=Path, default=Path("test-output/fuzz"))
    parser.add_argument("--again", type=Path, metavar="FILE")
    options = parser.parse_args()
    options.format = options.format or formats
    return options


def _holds(format: str, seconds: int, findings: Path) -> bool:
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds_of(format)):
            (Path(corpus) / f"seed-{number}").write_bytes(seed)
        print(f"{format}: {seconds} s", flush=True)
        program = str(Path(__file__).with_name("atheris_run.py"))
        arguments = [format, corpus, str(findings), str(seconds)]
        return subprocess.run([sys.executable, program, *arguments], check=False).returncode == 0
