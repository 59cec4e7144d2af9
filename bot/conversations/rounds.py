"""A round of work, piece by piece: one that fails is left for the next round and holds up none."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

from bot.store import BusyError

log = logging.getLogger(__name__)


@contextmanager
def left_if_it_fails(piece: str) -> Iterator[None]:
    """Log what goes wrong with ``piece``, and go on.

    Raises:
        OperationalError, BusyError: the database is locked or gone; the round had better end.
    """
    try:
        yield
    except (OperationalError, BusyError):
        raise
    except Exception:
        log.exception("%s failed and is left for the next round", piece)
