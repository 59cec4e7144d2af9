"""A table that is an article itself: prices, extras, branches, one thing a row.

It is told by its figures. What has none (examples with their intents), or columns in which people
stand, is no article, whatever its name says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from knowledge.articles.document import title_for
from knowledge.articles.identity import id_of_file
from knowledge.articles.table_rows import markdown_rows
from knowledge.records import Article

LONGEST: Final = 1_000
"""Rows: what has more is a database's export, and nobody reads it as an article."""
_WIDEST: Final = 12
_FIGURE: Final = re.compile(r"\W*(?:[^\W\d]+\W+)?(?!0\d\d)\d")
"""What begins with a figure, one word before it at most: neither a sentence nor a phone number."""
_PEOPLE: Final = re.compile(
    r"conversation|ticket|customer|agent|sender|author|e-?mail|birth|password|iban|utterance|intent"
    r"|message|client|employee|visitor|surname|(?:first|last|given|family)[ _-]?name"
    r"|kunde|(?:vor|nach|familien)name|geburt|telefon|handy|passwort|nachricht|mitarbeiter|gespräch"
    r"|prénom|naissance|téléphone|courriel|cliente?|apellido|nacimiento|teléfono|correo"
    r"|cognome|nascita|cellulare|klant|achternaam|geboorte"
    r"|客户|顾客|姓名|生日|手机|电话|邮箱|会话|消息"
    r"|\b(?:questions?|frage|pregunta|macros?)\b|\b(?:tele|cell)?phone\b|\bmobile\b"
    r"|^(?:from|order|user|session|role|speaker|who|said)(?:[ _-]?(?:id|no|number))?$",
    re.IGNORECASE,
)
"""Columns of people, of what they write, or of what is written to them."""
_ADDRESS: Final = re.compile(r"[^\s@|]+@[^\s@|]+\.[^\s@|]+")


def is_price_list(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether half of the cells of some column begin with a figure, and none is of people."""
    if not 2 <= len(columns) <= _WIDEST or not 0 < len(rows) <= LONGEST:
        return False
    if any(_PEOPLE.search(column.replace("_", " ")) for column in columns):
        return False
    if any(_ADDRESS.search(cell) for row in rows for cell in row):
        return False
    return any(
        sum(_FIGURE.match(cell) is not None for cell in cells) * 2 >= len(rows)
        for cells in list(zip(*rows, strict=True))[1:]
    )


def article_of(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Article:
    """The table under its head, with the file's name as its title."""
    title = title_for("", name)
    body = "\n".join(markdown_rows([columns, *rows]))
    return Article(id=id_of_file(name), title=title, body=f"# {title}\n\n{body}")
