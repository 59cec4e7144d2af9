"""Which languages may be named in a template: BCP 47 tags whose language exists."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from knowledge.errors import InvalidTemplateError

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check_language(where: str, tag: str) -> None:
    """Refuse what names no language, since nobody would ever be answered in it.

    Raises:
        InvalidTemplateError: beginning with ``where``, for a malformed tag or an unknown language.
    """
    if not _TAG.fullmatch(tag):
        raise InvalidTemplateError(f"{where}: name the language as in 'en' or 'zh-Hans'")
    if tag.split("-")[0].lower() not in _known():
        raise InvalidTemplateError(
            f"{where}: no language is called '{tag}'; name it as in 'en', 'de' or 'zh-Hans'"
        )


@cache
def _known() -> frozenset[str]:
    """The languages that the Unicode CLDR has a name for."""
    return frozenset(str(code).split("_")[0] for code in Locale("en").languages)
