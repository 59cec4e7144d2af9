"""Whether a model finds the right approved answer as often as the one before.

Every example of the live templates is matched against all others, a fifth of them left out at a
time, so that none finds itself. Both models are asked the same texts, such as both learned from or
neither; only where they disagree counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from bot.answering.model_directories import answer_threshold, match_calibration
from bot.answering.releases import model_directory, template_entries, titles_matched
from bot.answering.verdicts import verdict_words
from bot.content.templates import all_templates
from bot.content.vectors import VectorCache
from bot.settings import Settings
from bot.store import Database
from knowledge import AnswerTemplate, TemplateId, TemplateState
from nlu import Model, read_learned_from, text_digest
from nlu.comparison import FEWEST, SURE_ENOUGH, Verdict, chance_of
from retrieval import TemplateEntry, TemplateMatcher

FOLDS: Final = 5
MOST_MATCHED: Final = 600
SHOWN: Final = 10
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Match:
    """What an example finds: the likeliest template, and whether the model would answer with it."""

    template: TemplateId | None
    sure: bool


@dataclass(frozen=True, slots=True)
class ChangedMatch:
    """An example that the models match with different templates, only one of them right."""

    text: str
    right: tuple[TemplateId, ...]
    before: TemplateId | None
    after: TemplateId | None


@dataclass(frozen=True, slots=True)
class MatchingComparison:
    """How many of ``examples`` find a template of theirs first, and how many surely a wrong one."""

    examples: int
    right_before: int
    right_after: int
    misled_before: int
    misled_after: int
    verdict: Verdict
    because: str
    lost: tuple[ChangedMatch, ...]
    gained: tuple[ChangedMatch, ...]


def compare_matching(
    database: Database, settings: Settings, before: str, after: str, progress: Progress
) -> MatchingComparison:
    """Match what customers asked, the live templates' examples, with two models of the home.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: a directory is not whole.
    """
    live = [each.template for each in all_templates(database, (TemplateState.LIVE,))]
    directories = [model_directory(database, settings, each) for each in (before, after)]
    known = [read_learned_from(each) or frozenset() for each in directories]
    matchings = [
        _Matching(database, settings, Model.open(directory), live) for directory in directories
    ]
    homes = matchings[0].homes
    titles = {text for each in live for text in titles_matched(each)}
    fair = [
        each
        for each in homes.keys() - titles
        if (text_digest(each) in known[0]) == (text_digest(each) in known[1])
    ]
    texts = sorted(fair, key=text_digest)[:MOST_MATCHED]
    found = [each.matches(texts, progress) for each in matchings]
    return comparison_of_matches({each: homes[each] for each in texts}, *found)


def comparison_of_matches(
    homes: Mapping[str, tuple[TemplateId, ...]],
    before: Mapping[str, Match],
    after: Mapping[str, Match],
) -> MatchingComparison:
    """What both models' matches come to. ``homes`` are the templates that each text belongs to."""
    texts = [each for each in homes if each in before and each in after]
    right = [
        [each for each in texts if found[each].template in homes[each]] for found in (before, after)
    ]
    misled = [
        {each for each in texts if found[each].sure and found[each].template not in homes[each]}
        for found in (before, after)
    ]
    lost = [each for each in right[0] if each not in set(right[1])]
    gained = [each for each in right[1] if each not in set(right[0])]
    newly, no_more = len(misled[1] - misled[0]), len(misled[0] - misled[1])
    verdict, because = _verdict(len(texts), len(gained), len(lost), newly, no_more)

    def shown(changed: Sequence[str]) -> tuple[ChangedMatch, ...]:
        return tuple(
            ChangedMatch(each, homes[each], before[each].template, after[each].template)
            for each in changed[:SHOWN]
        )

    return MatchingComparison(
        examples=len(texts),
        right_before=len(right[0]),
        right_after=len(right[1]),
        misled_before=len(misled[0]),
        misled_after=len(misled[1]),
        verdict=verdict,
        because=because,
        lost=shown(lost),
        gained=shown(gained),
    )


def _verdict(texts: int, gained: int, lost: int, newly: int, no_more: int) -> tuple[Verdict, str]:
    if texts < FEWEST:
        return Verdict.UNJUDGED, verdict_words("too_few_examples", examples=texts)
    if newly > no_more and chance_of(no_more, newly) < SURE_ENOUGH:
        because = verdict_words("wrong_template_anew", newly=newly, no_more=no_more)
        return Verdict.WORSE, because
    because = verdict_words("finds_template", gained=gained, lost=lost, examples=texts)
    if lost > gained and chance_of(gained, lost) < SURE_ENOUGH:
        return Verdict.WORSE, because
    better = gained > lost and chance_of(lost, gained) < SURE_ENOUGH
    return Verdict.BETTER if better else Verdict.ALIKE, because


class _Matching:
    """One model over the live templates."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        model: Model,
        live: Sequence[AnswerTemplate],
    ) -> None:
        cache = VectorCache(database, model.encoder_id, model.encode)
        self._entries = template_entries(database, cache, live)
        self._model = model
        self._calibration = match_calibration(model)
        self._threshold = answer_threshold(model.calibration, settings.file.target_precision)

    @property
    def homes(self) -> dict[str, tuple[TemplateId, ...]]:
        """The templates that each example belongs to."""
        found: dict[str, tuple[TemplateId, ...]] = {}
        for entry in self._entries:
            for text in entry.examples:
                found[text] = (*found.get(text, ()), entry.template)
        return found

    def matches(self, texts: Sequence[str], progress: Progress) -> dict[str, Match]:
        """What each text finds where its fold is left out."""
        found: dict[str, Match] = {}
        for fold in range(FOLDS):
            left = [kept for each in self._entries if (kept := _without(each, fold)) is not None]
            matcher = TemplateMatcher(left, self._calibration)
            for text in (each for each in texts if _fold_of(each) == fold):
                found[text] = self._match(matcher, text)
                progress("matching", len(found), len(texts))
        return found

    def _match(self, matcher: TemplateMatcher, text: str) -> Match:
        meant = self._model.understand(text)
        candidates = matcher.match(
            text,
            meant.vector if meant.readable else None,
            {each.intent: each.probability for each in meant.intents},
            known_intents=meant.known_intents,
            limit=1,
        )
        best = next(iter(candidates), None)
        if best is None:
            return Match(None, sure=False)
        return Match(best.template, best.probability >= self._threshold)


def _without(entry: TemplateEntry, fold: int) -> TemplateEntry | None:
    rows = [row for row, text in enumerate(entry.examples) if _fold_of(text) != fold]
    if not rows:
        return None
    kept = tuple(entry.examples[row] for row in rows)
    return replace(entry, examples=kept, vectors=np.asarray(entry.vectors)[rows])


def _fold_of(text: str) -> int:
    return int(text_digest(text), 16) // 10 % FOLDS
