"""What the settings decide, in the dialog's own words: its policy, and its rules about time."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialog import Policy
from bot.dialog.clock_rules import ClockRules
from bot.settings.clocks import clock_rules
from bot.settings.file import FileSettings
from bot.settings.form_rules import Surroundings, field_of, form_of, lookup_of
from bot.settings.handing_over import queue_of, trust_of
from bot.settings.hours import hours_of
from knowledge.records import IntentId


def policy_of(
    settings: FileSettings,
    *,
    answer_threshold: float = 0.8,
    compose_threshold: float = 0.7,
    lookup_tokens: Mapping[str, str] | None = None,
    public_url: str | None = None,
) -> Policy:
    """The dialog's policy as these settings and a release's thresholds make it.

    ``lookup_tokens`` has the secrets of lookups by their names in capitals. Without a
    ``public_url`` the server's own pages have no address in Telegram.

    Raises:
        ValueError: opening hours, a field, a lookup or a form that cannot be used.
    """
    tokens = lookup_tokens or {}
    fields = {name: field_of(name, each) for name, each in settings.fields.items()}
    lookups = {
        name: lookup_of(name, each, fields, tokens.get(name.upper()))
        for name, each in settings.lookups.items()
    }
    known = Surroundings(fields, lookups, frozenset(settings.queues), frozenset(settings.facts()))
    return Policy(
        answer_threshold=answer_threshold,
        compose_threshold=compose_threshold,
        rooms=settings.articles.quoted_characters.model_dump(),
        apart=frozenset() if public_url else frozenset(("telegram",)),
        hand_off_intents=frozenset(IntentId(each) for each in settings.handoff.intents),
        hand_off_words=settings.handoff.words,
        hand_off_customers=frozenset(each.lower() for each in settings.handoff.customers),
        hand_off_sentiment=settings.handoff.sentiment,
        hand_off_dangers=settings.handoff.emergencies,
        queues=tuple(queue_of(name, each) for name, each in settings.queues.items()),
        trust=trust_of(settings.trust),
        hours=hours_of(settings.hours),
        fields=fields,
        lookups=lookups,
        forms={name: form_of(name, each, known) for name, each in settings.forms.items()},
    )


def rules_of(settings: FileSettings) -> ClockRules:
    """What these settings decide about time.

    Raises:
        ValueError: opening hours that cannot be used.
    """
    return clock_rules(settings, settings.queues, hours_of(settings.hours))
