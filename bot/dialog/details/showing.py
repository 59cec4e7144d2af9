"""Shows a value to a customer: in their language, and as mere words whatever it holds.

Replies are Markdown, and values come from customers and from services, so that everything in a
value that Markdown would act on is escaped.
"""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.details.choices import YES
from bot.dialog.details.definition import DetailField, FieldType
from bot.dialog.details.texts import seen
from bot.dialog.phrases import phrase

_ACTIVE: Final = re.compile(r"[\\`*\[\]<>~|]|&(?=#?\w)|(?<![^\W_])_|_(?![^\W_])|!(?=\[)")
_AT_THE_START: Final = re.compile(r"^(?:([#+=-])(?=\s|$|[#=-])|(\d{1,9})([.)])(?=\s|$))")


def shown(field: DetailField, value: str, language: str) -> str:
    """The value as a customer knows it: an option by its label, the rest as it is."""
    if field.type is FieldType.YES_NO:
        return phrase("yes" if value == YES else "no", language)
    option = next((each for each in field.options if each.value == value), None)
    return option.label(language) if option else value


def as_words(value: str) -> str:
    """``value`` on one line, and so that Markdown shows it and does nothing with it."""
    line = _ACTIVE.sub(lambda match: "\\" + match.group(0), " ".join(seen(value).split()))
    return _AT_THE_START.sub(
        lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", line
    )
