"""The languages in which the bot has words of its own: a module each in every package of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

SPOKEN: Final = (
    *("en", "zh-Hans", "de", "ar", "cs", "da", "el", "es", "fi", "fr", "he", "hi", "hu", "id"),
    *("it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi"),
    "zh-Hant",
)
"""Their BCP 47 tags; ``zh-Hans`` stands in the module ``zh_hans``."""


def in_each_language(package: str, name: str) -> dict[str, Any]:
    """What every language's module in ``package`` calls ``name``, by the language's tag.

    Raises:
        ImportError: ``package`` has no module for one of them.
        AttributeError: a module has nothing of that name.
    """
    modules = {tag: f"{package}.{tag.lower().replace('-', '_')}" for tag in SPOKEN}
    return {tag: getattr(import_module(module), name) for tag, module in modules.items()}
