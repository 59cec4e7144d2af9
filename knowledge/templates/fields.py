"""The ``{{ name }}`` places of an answer template: found, checked, and filled.

Plain names and nothing else, so that an editor who is no programmer can write them and nobody can
run anything through them. Whatever else looks like a place is refused when the text is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from knowledge.errors import InvalidTemplateError, MissingFieldError

_FIELD = re.compile(r"(?<!\{)\{\{[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*\}\}(?!\})")
_SUSPECT = re.compile(
    r"[{｛]{2}|[}｝]{2}|\{[%#]|[{｛][ \t\u3000]*[A-Za-z_][A-Za-z0-9_]*[ \t\u3000]*[}｝]"
)
"""Wide braces too: they are what a Chinese or Japanese keyboard types."""
_DOUBLED_BRACE = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")


def fields_of(text: str) -> tuple[str, ...]:
    """The names of the fields in ``text``, each once, in order of appearance.

    Raises:
        InvalidTemplateError: where braces do not make up a plain field, with line and column.
    """
    names: dict[str, None] = {}
    end_of_last = 0
    for match in _FIELD.finditer(text):
        _refuse_suspects(text, end_of_last, match.start())
        names.setdefault(match.group(1))
        end_of_last = match.end()
    _refuse_suspects(text, end_of_last, len(text))
    return tuple(names)


def fill(text: str, values: Mapping[str, str]) -> str:
    """``text`` with every field replaced by its value, in one pass.

    Values are not read as templates, and no doubled brace ever remains, even where a value holds
    one.

    Raises:
        MissingFieldError: naming every field that has no value.
        InvalidTemplateError: where the text itself is malformed.
    """
    missing = [name for name in fields_of(text) if name not in values]
    if missing:
        raise MissingFieldError(
            f"no value for {', '.join(missing)}: give one, or answer with another template"
        )
    return _DOUBLED_BRACE.sub(" ", _FIELD.sub(lambda match: values[match.group(1)], text))


def field_positions(text: str) -> Iterator[tuple[str, str]]:
    """Each field's name and where it stands ("line 1, column 7"), repeats included."""
    for match in _FIELD.finditer(text):
        yield match.group(1), _position(text, match.start())


def _refuse_suspects(text: str, start: int, end: int) -> None:
    suspect = _SUSPECT.search(text, start, end)
    if suspect is None:
        return
    shown = " ".join(text[suspect.start() : suspect.start() + 24].split())
    raise InvalidTemplateError(
        f"{_position(text, suspect.start())}: '{shown}' is no field; "
        "write a plain name in two braces, such as {{ order_number }}"
    )


def _position(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"line {line}, column {column}"
