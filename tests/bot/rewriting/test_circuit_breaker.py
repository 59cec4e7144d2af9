"""After failures in a row nobody waits for a service that is down."""

from __future__ import annotations

from bot.rewriting import CircuitBreaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def broken(clock: Clock) -> CircuitBreaker:
    breaker = CircuitBreaker(failures=2, seconds=60, clock=clock)
    for _ in range(2):
        assert breaker.lets_in()
        breaker.failed()
    return breaker


def test_it_opens_after_failures_in_a_row() -> None:
    breaker = broken(Clock())
    assert breaker.is_open
    assert not breaker.lets_in()


def test_a_success_between_starts_the_count_anew() -> None:
    breaker = CircuitBreaker(failures=2, clock=Clock())
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.lets_in()


def test_one_call_at_a_time_tries_whether_it_is_back() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now = 61.0
    assert breaker.lets_in()
    assert not breaker.lets_in()
    breaker.succeeded()
    assert breaker.lets_in()
    assert not breaker.is_open


def test_a_failed_trial_keeps_it_open() -> None:
    clock = Clock()
    breaker = broken(clock)
    clock.now = 61.0
    assert breaker.lets_in()
    breaker.failed()
    assert not breaker.lets_in()
    clock.now = 122.0
    assert breaker.lets_in()
