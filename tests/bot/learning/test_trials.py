"""What the trials come to: worse in one is worse, and only a judged model passes."""

from __future__ import annotations

import pytest

from bot.answering.matching_gate import MatchingComparison
from bot.answering.shadow import Shadow
from bot.learning.known_answers import KnownAnswersComparison
from bot.learning.trials import Trial
from nlu import Comparison, Verdict

WORSE, ALIKE, BETTER, UNJUDGED = Verdict.WORSE, Verdict.ALIKE, Verdict.BETTER, Verdict.UNJUDGED


def trial(golden: Verdict, matching: Verdict, known: Verdict) -> Trial:
    return Trial(
        golden=Comparison(50, 0.5, 0.5, 0, 0, golden, ("golden.",), ()),
        matching=MatchingComparison(50, 1, 1, 0, 0, matching, "matching.", (), ()),
        known=KnownAnswersComparison(5, 1, 1, 0, 0, known, "known.", ()),
        shadow=Shadow(0, 0, {}, {}, 0, ()),
    )


@pytest.mark.parametrize(
    ("golden", "matching", "known", "verdict", "passed"),
    [
        (ALIKE, ALIKE, ALIKE, ALIKE, True),
        (BETTER, ALIKE, UNJUDGED, BETTER, True),
        (UNJUDGED, ALIKE, UNJUDGED, ALIKE, True),
        (UNJUDGED, UNJUDGED, ALIKE, UNJUDGED, False),
        (WORSE, BETTER, ALIKE, WORSE, False),
        (BETTER, WORSE, ALIKE, WORSE, False),
        (BETTER, BETTER, WORSE, WORSE, False),
    ],
)
def test_the_verdict_of_all_three(golden, matching, known, verdict, passed):
    found = trial(golden, matching, known)
    assert (found.verdict, found.passed) == (verdict, passed)


def test_only_what_speaks_against_a_worse_model_is_said():
    assert trial(ALIKE, WORSE, ALIKE).because == ("matching.",)
    assert trial(ALIKE, ALIKE, ALIKE).because == ("golden.", "matching.", "known.")
