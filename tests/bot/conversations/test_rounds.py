"""A piece of a round that fails holds up no other; a database that is gone ends the round."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from bot.conversations.rounds import left_if_it_fails
from bot.store import BusyError


def test_a_piece_that_fails_is_logged_and_left(caplog):
    done = []
    for piece in ("first", "second"):
        with left_if_it_fails(piece):
            if piece == "first":
                raise KeyError("gone")
            done.append(piece)
    assert done == ["second"]
    assert "first failed" in caplog.text


@pytest.mark.parametrize(
    "error", [OperationalError("UPDATE", {}, Exception("locked")), BusyError()]
)
def test_a_database_that_cannot_be_used_ends_the_round(error):
    with pytest.raises(type(error)), left_if_it_fails("any"):
        raise error
