"""Everything that a new model is put to before it may serve, and what that comes to.

Intents on texts that neither model learned from, approved answers found, answers that people said,
and recent conversations in the shadow. The first three decide; the last is for people to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.answering.gate import compare_models, on_trial
from bot.answering.matching_gate import MatchingComparison, compare_matching
from bot.answering.shadow import Shadow, deciding, shadow
from bot.learning.known_answers import KnownAnswersComparison, compare_known_answers
from bot.settings import Settings
from bot.store import Database
from nlu import Comparison, Verdict

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """What the trials found; ``verdict`` and ``because`` sum the deciding ones up."""

    golden: Comparison
    matching: MatchingComparison
    known: KnownAnswersComparison
    shadow: Shadow

    @property
    def verdict(self) -> Verdict:
        """Worse where any is worse; better or alike only where intents or matching could be judged.

        Known answers alone are too few to vouch for a model.
        """
        deciding = [self.golden.verdict, self.matching.verdict]
        if Verdict.WORSE in (*deciding, self.known.verdict):
            return Verdict.WORSE
        return next(
            (each for each in (Verdict.BETTER, Verdict.ALIKE) if each in deciding),
            Verdict.UNJUDGED,
        )

    @property
    def because(self) -> tuple[str, ...]:
        """A sentence for each; only those that speak against it where it is worse."""
        said = (
            (self.golden.verdict, self.golden.because),
            (self.matching.verdict, (self.matching.because,)),
            (self.known.verdict, (self.known.because,)),
        )
        worse = self.verdict is Verdict.WORSE
        return tuple(
            sentence
            for verdict, because in said
            if not worse or verdict is Verdict.WORSE
            for sentence in because
        )

    @property
    def passed(self) -> bool:
        """Whether the model may serve without anybody insisting."""
        return self.verdict in (Verdict.BETTER, Verdict.ALIKE)


def try_model(
    database: Database,
    settings: Settings,
    before: str,
    after: str,
    now: datetime,
    progress: Progress,
) -> Trial:
    """Put the model ``after`` to everything that ``before`` is put to, too.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: a directory is not whole.
    """
    with (
        on_trial(database, settings, before) as old,
        on_trial(database, settings, after) as new,
    ):
        return Trial(
            golden=compare_models(database, settings, before, after, progress),
            matching=compare_matching(database, settings, before, after, progress),
            known=compare_known_answers(database, old, new, now, progress),
            shadow=shadow(database, deciding(old), deciding(new), progress),
        )
