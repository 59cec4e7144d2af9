"""Answer templates as CSV, the format for people who keep theirs in a spreadsheet.

One row a template, one ``text:LANGUAGE`` column a language; ``title:LANGUAGE`` and
``buttons:LANGUAGE`` hold those of further languages, ``variants:LANGUAGE`` further wordings,
``text:LANGUAGE@CHANNEL`` a channel's own text. Lists stand in one cell, an item a line; a button is
``label => text``, an attachment ``name => sha256``. Cells that a spreadsheet would take for a
formula begin with an apostrophe, which is taken off again on reading.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from knowledge.errors import InvalidTemplateError
from knowledge.records import AnswerTemplate
from knowledge.templates.rows import row_of, template_of

_PLAIN_COLUMNS = ("id", "title", "state", "owner", "version", "valid_from", "valid_until")
_LIST_COLUMNS = ("intents", "follow_ups", "examples")
_PAIRS = {"buttons": ("label", "text"), "attachments": ("name", "sha256")}
_BY_LANGUAGE = {
    "title": "titles",
    "text": "texts",
    "variants": "variants",
    "buttons": "buttons_in",
}
_LANGUAGE_COLUMN = re.compile(rf"({'|'.join(_BY_LANGUAGE)}):(.+)", re.DOTALL)
_FORMULA_STARTS = "=+-@\t\r"
_EMPTY_ITEM = "\\e"
_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ARROW = " => "


def dump_csv(templates: Iterable[AnswerTemplate]) -> str:
    """The templates as comma-separated text with a header."""
    rows = [dict(_cells(row_of(template))) for template in templates]
    found = dict.fromkeys(column for row in rows for column in row if ":" in column)
    columns = [*_PLAIN_COLUMNS, "intents", *found, *_PAIRS, "follow_ups", "examples"]
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({column: _guard(cell) for column, cell in row.items()})
    return target.getvalue()


def load_csv(text: str, name: str) -> tuple[AnswerTemplate, ...]:
    """The templates of a CSV text with comma, semicolon or tab between its cells.

    Raises:
        InvalidTemplateError: where a row or a column is malformed, with the line.
    """
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    if reader.fieldnames is None or "id" not in reader.fieldnames:
        raise InvalidTemplateError(f"{name}: has no column 'id'; is it a file of templates?")
    return tuple(_read_rows(reader, name))


def _read_rows(reader: csv.DictReader[str], name: str) -> Iterator[AnswerTemplate]:
    while True:
        where = f"{name}, line {reader.line_num + 1}"
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise InvalidTemplateError(f"{where}: {error}") from None
        if cells is None:
            return
        if "" in cells:
            raise InvalidTemplateError(f"{where}: has more cells than the header")
        filled = {column: _unguard(cell) for column, cell in cells.items() if cell}
        if filled:
            yield template_of(_row(filled, where), where)


def _cells(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for column in _PLAIN_COLUMNS:
        yield column, str(row.get(column, ""))
    for column, key in _BY_LANGUAGE.items():
        for language, content in row.get(key, {}).items():
            yield f"{column}:{language}", _cell(column, content)
    for channel, texts in row.get("texts_on", {}).items():
        for language, text in texts.items():
            yield f"text:{language}@{channel}", text
    for column in (*_LIST_COLUMNS, *_PAIRS):
        yield column, _cell(column, row.get(column, []))


def _cell(column: str, content: Any) -> str:
    if isinstance(content, str):
        return content
    if column in _PAIRS:
        return "\n".join(_pair_line(item, *_PAIRS[column]) for item in content)
    return "\n".join(_escape(item) for item in content)


def _row(cells: Mapping[str, str], where: str) -> dict[str, object]:
    row: dict[str, object] = {}
    languages: dict[str, dict[str, object]] = {key: {} for key in _BY_LANGUAGE.values()}
    channels: dict[str, dict[str, str]] = {}
    for column, cell in cells.items():
        by_language = _LANGUAGE_COLUMN.fullmatch(column)
        kind, language = by_language.groups() if by_language else (column, "")
        tag, at, channel = language.partition("@")
        if at and kind == "text":
            channels.setdefault(channel, {})[tag] = cell
        elif by_language:
            languages[_BY_LANGUAGE[kind]][language] = _content(kind, cell)
        elif column in {*_PLAIN_COLUMNS, *_LIST_COLUMNS, *_PAIRS}:
            row[column] = _content(column, cell)
        else:
            raise InvalidTemplateError(f"{where}: unknown column '{column}'")
    return {**row, **languages, "texts_on": channels}


def _content(column: str, cell: str) -> object:
    if column in _PAIRS:
        return [_pair(line, *_PAIRS[column]) for line in _lines(cell)]
    if column in _LIST_COLUMNS or column == "variants":
        return [_unescape(line) for line in _lines(cell)]
    return cell


def _lines(cell: str) -> list[str]:
    return [line for line in re.split(r"\r\n|\r|\n", cell) if line]


def _pair_line(pair: Mapping[str, str], first: str, second: str) -> str:
    shown = _escape(pair[first]).replace("=>", "\\=>")
    return f"{shown}{_ARROW}{_escape(pair[second])}"


def _pair(line: str, first: str, second: str) -> dict[str, str]:
    shown, arrow, rest = line.partition(_ARROW)
    shown = _unescape(shown)
    return {first: shown, second: _unescape(rest) if arrow else shown}


def _escape(item: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in item) or _EMPTY_ITEM


def _unescape(line: str) -> str:
    plain = {"n": "\n", "r": "\r", "e": ""}
    return _ESCAPED.sub(lambda match: plain.get(match.group(1), match.group(1)), line)


def _guard(cell: str) -> str:
    return f"'{cell}" if _needs_guard(cell) or _is_guarded(cell) else cell


def _unguard(cell: str) -> str:
    return cell[1:] if _is_guarded(cell) else cell


def _needs_guard(cell: str) -> bool:
    return cell.startswith(tuple(_FORMULA_STARTS))


def _is_guarded(cell: str) -> bool:
    bare = cell.lstrip("'")
    return cell.startswith("'") and _needs_guard(bare)
