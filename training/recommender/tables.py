"""Items and events from CSV files: what `train --task ranking` and `evaluate ranking` read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from retrieval.recommender import Action
from training.errors import LabelledDataError
from training.labelled import SkippedRow, rows_of_csv

TIME_COLUMNS: Final = ("time", "timestamp")
_MILLISECONDS: Final = 1e11
OnSkip = Callable[[SkippedRow], None]


@dataclass(frozen=True, slots=True)
class TextItem:
    """An item and what is said of it: the title, then the text."""

    id: str
    text: str


def read_items(path: Path, on_skip: OnSkip = lambda _: None) -> tuple[TextItem, ...]:
    """Read ``item_id,title,text``; where there is no ``text``, all further columns are the text.

    In those, ``a|b`` lists several words. A row without id or title, or with the id of an earlier
    one, goes to ``on_skip``. Raises LabelledDataError.
    """
    items: dict[str, TextItem] = {}
    for line, row in rows_of_csv(path, ("item_id", "title")):
        item, title = (row.pop("item_id") or "").strip(), (row.pop("title") or "").strip()
        if not item or not title:
            on_skip(SkippedRow(line, f"its {'title' if item else 'item_id'} is empty"))
        elif item in items:
            on_skip(SkippedRow(line, f"item {item!r} stands there already"))
        else:
            items[item] = TextItem(item, _text(title, row))
    if not items:
        raise LabelledDataError(f"{path}: no row has both an item_id and a title")
    return tuple(items.values())


def _text(title: str, row: dict[str, str | None]) -> str:
    more = [row["text"]] if "text" in row else list(row.values())
    words = [each.replace("|", ", ").strip() for each in more if isinstance(each, str)]
    return ". ".join(each for each in (title, *words) if each)


def read_events(
    path: Path, items: tuple[TextItem, ...], on_skip: OnSkip = lambda _: None
) -> tuple[Action, ...]:
    """Read ``user_id,item_id,time``, in the order of time; other columns are ignored.

    A time is ISO 8601 (UTC where it names no zone) or seconds, or milliseconds, since 1970;
    its column may be called ``timestamp``. What names no item goes to ``on_skip``. Raises
    LabelledDataError.
    """
    known = {each.id for each in items}
    actions: list[Action] = []
    for line, row in rows_of_csv(path, ("user_id", "item_id")):
        person, item = (row["user_id"] or "").strip(), (row["item_id"] or "").strip()
        if not person or item not in known:
            reason = f"there is no item {item!r}" if person else "its user_id is empty"
            on_skip(SkippedRow(line, reason))
            continue
        actions.append(Action(person, item, _time(path, line, row)))
    if not actions:
        raise LabelledDataError(f"{path}: no row names a user and an item that is known")
    return tuple(sorted(actions, key=lambda each: each.at))


def _time(path: Path, line: int, row: dict[str, str | None]) -> datetime:
    column = next((each for each in TIME_COLUMNS if each in row), None)
    if column is None:
        raise LabelledDataError(f"{path}, line 1: there is no column time")
    value = (row[column] or "").strip()
    try:
        return _moment(value)
    except (ValueError, OverflowError, OSError):
        raise LabelledDataError(
            f"{path}, line {line}: {value!r} is no time; write 2026-03-01T12:00:00Z or seconds"
        ) from None


def _moment(value: str) -> datetime:
    try:
        seconds = float(value)
    except ValueError:
        found = datetime.fromisoformat(value)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return datetime.fromtimestamp(seconds / 1000 if seconds > _MILLISECONDS else seconds, UTC)
