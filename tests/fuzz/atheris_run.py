"""One format under Atheris, in the process that ``running`` starts for it.

Only what reads files is instrumented, as it is imported: ``knowledge``, and openpyxl below it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

_MOST_MEMORY_MB = 512
_MOST_SECONDS_AN_INPUT = 10


def main(format: str, corpus: str, findings: str, seconds: str) -> None:
    """Fuzz until the time is over or a promise is broken; Atheris ends the process."""
    import atheris

    sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
    with atheris.instrument_imports(include=["knowledge", "openpyxl"]):
        from fuzz.promise import import_bytes
    folder = Path(tempfile.mkdtemp(dir=corpus))
    limits = [
        f"-max_total_time={seconds}",
        f"-rss_limit_mb={_MOST_MEMORY_MB}",
        f"-timeout={_MOST_SECONDS_AN_INPUT}",
        f"-artifact_prefix={findings}/{format}-",
        "-max_len=65536",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup(
        [sys.argv[0], *limits, corpus], lambda content: import_bytes(content, format, folder)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
