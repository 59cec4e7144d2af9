"""The key ``widget``: what customers are asked before their first message on the web."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from bot.settings.forms import Name, Texts
from bot.settings.strict import Strict


class PreChatSettings(Strict):
    """The form before the chat: ``fields`` in order, each described under the file's ``fields``.

    Those under ``optional`` may be left empty. A field called ``name`` is what the desk calls the
    customer, one called ``email`` where an answer goes that they did not wait for.
    """

    fields: tuple[Name, ...] = ()
    optional: tuple[Name, ...] = ()
    opening: Texts = {}


class WidgetSettings(Strict):
    """``consent`` is what customers agree to before they write, by language; without it nobody is
    asked. ``privacy_url`` is where they can read more."""

    pre_chat: PreChatSettings = PreChatSettings()
    consent: Texts = {}
    privacy_url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")] | None = None


def check_widget(settings: WidgetSettings, fields: Collection[str]) -> None:
    """Make sure that the form before the chat asks for what is described.

    Raises:
        ValueError: it names a detail that is not among ``fields``, or not its own.
    """
    form = settings.pre_chat
    for name in form.fields:
        if name not in fields:
            raise ValueError(
                f"widget.pre_chat.fields: nothing asks for {name!r}; describe it under `fields`"
            )
    for name in form.optional:
        if name not in form.fields:
            raise ValueError(f"widget.pre_chat.optional: {name!r} is not among the form's fields")
