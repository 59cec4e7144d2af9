"""Names in a template that nobody knows, for whoever just saved it."""

from __future__ import annotations

from bot.content.template_doubts import Doubt, KnownNames
from bot.content.templates import StoredTemplate
from bot.services import Services


def doubts_about(services: Services, stored: StoredTemplate) -> tuple[Doubt, ...]:
    """What the template names that nobody knows."""
    model = services.release().model
    with services.database.read() as session:
        return KnownNames.of(session, model.intents if model else ()).doubts(stored.template)
