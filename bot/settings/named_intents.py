"""Where ``frontdesk.yaml`` names an intent, so that a rule is not lost with the intent's name."""

from __future__ import annotations

from bot.settings.file import FileSettings


def places_naming(settings: FileSettings, intent: str) -> tuple[str, ...]:
    """The keys of ``settings`` whose rules are about ``intent``."""
    named = {
        "handoff.intents": settings.handoff.intents,
        "trust.intents": tuple(settings.trust.intents),
        **{f"queues.{name}.intents": each.intents for name, each in settings.queues.items()},
        **{f"forms.{name}.when": each.when.intents for name, each in settings.forms.items()},
    }
    return tuple(place for place, intents in named.items() if intent in intents)
