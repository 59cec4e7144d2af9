"""The part of ``frontdesk.yaml`` that is about time: lapsing, patience, promises, assignment.

Strict models, and the rules that they make. Zero switches a rule off.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

from pydantic import Field

from bot.dialog import OpeningHours, Priority
from bot.dialog.clock_rules import (
    Assignment,
    ClockRules,
    Inactivity,
    Method,
    Patience,
    ServiceLevel,
    ServiceLevels,
)
from bot.settings.strict import PriorityName, Strict

Hours = Annotated[float, Field(ge=0, le=24 * 365)]
Minutes = Annotated[float, Field(ge=0, le=60 * 24 * 30)]


class InactivitySettings(Strict):
    """Hours of a customer's silence after which a conversation closes by itself.

    ``bot_hours`` where the bot spoke last, ``agent_hours`` where a person did; a note at the desk
    says so ``remind_hours`` before. ``say_goodbye`` tells the customer too.
    """

    bot_hours: Hours = 24
    agent_hours: Hours = 72
    remind_hours: Hours = 24
    say_goodbye: bool = False


class PatienceSettings(Strict):
    """Minutes within opening hours until something is done for somebody who waits."""

    no_agent_minutes: Minutes = 10
    agent_idle_minutes: Minutes = 60
    nobody_looked_minutes: Minutes = 2
    urgent_minutes: Minutes = 1


class ServiceLevelSettings(Strict):
    """What is promised, in time within opening hours; what is left out is not promised."""

    first_response_minutes: Annotated[float, Field(gt=0)] | None = None
    resolution_hours: Annotated[float, Field(gt=0)] | None = None


class AllServiceLevelsSettings(ServiceLevelSettings):
    """The promises for all, and by priority. ``warn_before`` is the share of the time left."""

    priorities: dict[PriorityName, ServiceLevelSettings] = {}
    warn_before: Annotated[float, Field(ge=0, lt=1)] = 0.2


class AssignmentSettings(Strict):
    """Who is asked to take a conversation that waits, and how long they have to do so."""

    method: Method = Method.MANUAL
    take_within_minutes: Annotated[float, Field(gt=0, le=60 * 24)] = 3


class QueueClockSettings(Strict):
    """What a queue may set differently from the rest."""

    assignment: Method | None = None
    service_levels: ServiceLevelSettings | None = None


class ClockSettings(Strict):
    """The keys of ``frontdesk.yaml`` that are about time."""

    inactivity: InactivitySettings = InactivitySettings()
    patience: PatienceSettings = PatienceSettings()
    service_levels: AllServiceLevelsSettings = AllServiceLevelsSettings()
    assignment: AssignmentSettings = AssignmentSettings()
    durable_days: Annotated[float, Field(gt=0, le=365)] = 7


def clock_rules(
    settings: ClockSettings, queues: Mapping[str, QueueClockSettings], hours: OpeningHours
) -> ClockRules:
    """The rules that these settings make."""
    return ClockRules(
        hours=hours,
        inactivity=_inactivity(settings.inactivity),
        patience=_patience(settings.patience),
        assignment=Assignment(
            settings.assignment.method,
            {name: each.assignment for name, each in queues.items() if each.assignment},
            timedelta(minutes=settings.assignment.take_within_minutes),
        ),
        service_levels=_service_levels(settings.service_levels, queues),
        durable_after=timedelta(days=settings.durable_days),
    )


def _inactivity(given: InactivitySettings) -> Inactivity:
    return Inactivity(
        bot=timedelta(hours=given.bot_hours) or None,
        agent=timedelta(hours=given.agent_hours) or None,
        remind=timedelta(hours=given.remind_hours),
        say=given.say_goodbye,
    )


def _patience(given: PatienceSettings) -> Patience:
    return Patience(
        no_agent=timedelta(minutes=given.no_agent_minutes) or None,
        agent_idle=timedelta(minutes=given.agent_idle_minutes) or None,
        nobody_looked=timedelta(minutes=given.nobody_looked_minutes) or None,
        urgent=timedelta(minutes=given.urgent_minutes) or None,
    )


def _service_levels(
    given: AllServiceLevelsSettings, queues: Mapping[str, QueueClockSettings]
) -> ServiceLevels:
    return ServiceLevels(
        default=_level(given),
        queues={
            n: _level(each.service_levels) for n, each in queues.items() if each.service_levels
        },
        priorities={Priority[n.upper()]: _level(each) for n, each in given.priorities.items()},
        warn_at=1 - given.warn_before,
    )


def _level(given: ServiceLevelSettings) -> ServiceLevel:
    minutes, hours = given.first_response_minutes, given.resolution_hours
    return ServiceLevel(
        timedelta(minutes=minutes) if minutes is not None else None,
        timedelta(hours=hours) if hours is not None else None,
    )
