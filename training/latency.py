"""Durations of single calls, warm and on one thread, as two quantiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds that half of the calls, and all but one in a hundred, stayed under."""

    p50: float
    p99: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Latency:
        """From one duration a call; nought where there was no call."""
        if not seconds:
            return cls(0.0, 0.0)
        p50, p99 = np.quantile(np.asarray(seconds) * 1000.0, (0.5, 0.99))
        return cls(float(p50), float(p99))
