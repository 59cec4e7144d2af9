"""The graph's library gets along with the encoder's, whichever part of the product loads first."""

from __future__ import annotations

import subprocess
import sys


def test_loading_the_graph_before_the_encoder_crashes_nothing() -> None:
    program = "from retrieval.vector_index import graph_type; graph_type(); import onnxruntime"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
