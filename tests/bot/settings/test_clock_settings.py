"""What the operator sets about time: promises, patience, assignment."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.dialog import Priority
from bot.dialog.clock_rules import Clock, ClockRules, Method
from bot.settings import SettingsError, read_file, rules_of

WHOLE = """
hours: {time_zone: UTC, week: {friday: ["18:00-24:00"], saturday: ["00:00-02:00"]}}
inactivity: {bot_hours: 1, agent_hours: 0, say_goodbye: true}
patience: {agent_idle_minutes: 30, nobody_looked_minutes: 0}
service_levels:
  first_response_minutes: 15
  warn_before: 0.5
  priorities: {urgent: {first_response_minutes: 3}}
assignment: {method: least_busy, take_within_minutes: 5}
durable_days: 14
queues:
  returns:
    intents: [return]
    assignment: manual
    service_levels: {resolution_hours: 48}
"""


def rules(home: Path, text: str) -> ClockRules:
    file = home / "frontdesk.yaml"
    file.write_text(text)
    return rules_of(read_file(file))


def test_a_file_that_says_nothing_of_time_makes_the_default_rules(tmp_path):
    assert rules(tmp_path, "") == ClockRules()


def test_every_rule_can_be_set(tmp_path):
    made = rules(tmp_path, WHOLE)
    assert (made.inactivity.bot, made.inactivity.agent) == (timedelta(hours=1), None)
    assert (made.patience.agent_idle, made.patience.nobody_looked) == (timedelta(minutes=30), None)
    assert made.assignment.method_of("returns") is Method.MANUAL
    assert made.assignment.method_of("") is Method.LEAST_BUSY
    urgent = made.service_levels.target(Clock.FIRST_RESPONSE, "", Priority.URGENT)
    assert (urgent, made.service_levels.warn_at) == (timedelta(minutes=3), 0.5)
    two_days = timedelta(hours=48)
    assert made.service_levels.target(Clock.RESOLUTION, "returns", Priority.LOW) == two_days
    assert made.durable_after == timedelta(days=14)


def test_hours_may_end_at_midnight(tmp_path):
    hours = rules(tmp_path, WHOLE).hours
    assert hours.is_open(datetime.fromisoformat("2026-03-06T23:59:59+00:00"))
    assert hours.is_open(datetime.fromisoformat("2026-03-07T01:59+00:00"))
    assert not hours.is_open(datetime.fromisoformat("2026-03-07T02:00+00:00"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("assignment: {method: dice}", "assignment.method"),
        ("patience: {no_agent_minutes: -1}", "patience.no_agent_minutes"),
        ("service_levels: {first_response_minutes: 0}", "service_levels.first_response_minutes"),
        ("service_levels: {priorities: {dire: {}}}", "service_levels.priorities.dire"),
        ("queues: {closed: {intents: [x]}}", "'closed' names a list"),
        ("inactivity: {hours: 3}", "inactivity.hours"),
    ],
)
def test_what_cannot_be_used_is_refused(tmp_path, text, place):
    with pytest.raises(SettingsError, match=place):
        rules(tmp_path, text)
