"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("frontdesk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("frontdesk")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public datasets: ``FRONTDESK_TEST_DATA``, or ``../shared/data``."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("FRONTDESK_TEST_DATA", beside))
    if not folder.is_dir():
        pytest.skip(f"no public datasets at {folder}; FRONTDESK_TEST_DATA may name their folder")
    return folder
