"""Whether a model may take the place of the one that serves: on labelled texts that neither has
learned from, and on what customers wrote lately.

Texts are labelled by people at the review; what is set aside at training, and what was reviewed
since, is new to both models.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from bot.answering.answerer import DialogAnswerer, first_message
from bot.answering.article_index import index_on_trial
from bot.answering.model_directories import open_model
from bot.answering.release import Release
from bot.answering.releases import load_release, model_directory, release_of
from bot.content.learned import training_examples
from bot.dialog import LookupOutcome
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import MessageRow
from knowledge import IntentId
from nlu import Comparison, Model, compare, read_learned_from, text_digest

MOST_COMPARED: Final = 2_000
RECENT: Final = 200
SHOWN: Final = 20
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """A message that the models lead to different replies to: kind, and template if any."""

    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Replay:
    """Recent messages, each by itself, as both models would have them answered.

    ``before`` and ``after`` count replies by kind.
    """

    messages: int
    before: dict[str, int]
    after: dict[str, int]
    changed: int
    examples: tuple[Changed, ...]


def compare_models(
    database: Database, settings: Settings, before: str, after: str, progress: Progress
) -> Comparison:
    """Compare two models of the home on labelled texts that are new to both.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: a directory is not whole.
    """
    directories = [model_directory(database, settings, each) for each in (before, after)]
    models = [Model.open(each) for each in directories]
    known = [read_learned_from(each) for each in directories]
    new = [
        (text, intent)
        for text, intent in training_examples(database)
        if all(each is not None and text_digest(text) not in each for each in known)
    ]
    return compare(models[0], models[1], _some_of(new), progress)


def replay_recent(
    database: Database,
    settings: Settings,
    before: str,
    after: str,
    now: datetime,
    progress: Progress,
) -> Replay:
    """What customers wrote last, answered with each of the two models at ``now``.

    Nothing is sent to anybody, and nothing is looked up anywhere.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: a directory is not whole.
    """
    texts, pairs = _recent(database), []
    with (
        on_trial(database, settings, before) as old,
        on_trial(database, settings, after) as new,
    ):
        for done, text in enumerate(texts, start=1):
            pairs.append(Changed(text, _reply(old, text, now), _reply(new, text, now)))
            progress("replaying", done, len(texts))
    changed = [each for each in pairs if each.before != each.after]
    return Replay(
        messages=len(texts),
        before=_kinds(each.before for each in pairs),
        after=_kinds(each.after for each in pairs),
        changed=len(changed),
        examples=tuple(changed[:SHOWN]),
    )


def _some_of(labelled: Sequence[tuple[str, IntentId]]) -> list[tuple[str, IntentId]]:
    """At most so many, chosen by their digests: the same ones at every comparison."""
    return sorted(labelled, key=lambda each: text_digest(each[0]))[:MOST_COMPARED]


def _recent(database: Database) -> list[str]:
    """The last different messages that the bot had to answer, latest first."""
    with database.read() as session:
        rows = session.exec(
            select(MessageRow.text, MessageRow.button)
            .where(
                MessageRow.author == "customer",
                MessageRow.turn == "answered",
                MessageRow.text != "",
            )
            .order_by(col(MessageRow.id).desc())
            .limit(2 * RECENT)
        ).all()
    typed = (text for text, button in rows if button is None)
    return list(dict.fromkeys(typed))[:RECENT]


@contextmanager
def on_trial(database: Database, settings: Settings, model_id: str) -> Iterator[Release]:
    """``model_id`` as it would serve, with an index of its own where it reads with another encoder.

    Raises:
        NoModelError: the home has no such model.
        DamagedModelError: its directory is not whole.
    """
    model = open_model(model_directory(database, settings, model_id))
    serving = load_release(database, settings)
    if serving.model is not None and serving.model.encoder_id == model.encoder_id:
        index = serving.retriever.index if serving.retriever else None
        yield release_of(database, settings, model, index, model_id)
        return
    with index_on_trial(database, settings, model, model_id) as index:
        yield release_of(database, settings, model, index, model_id)


def _reply(release: Release, text: str, now: datetime) -> str:
    answerer = DialogAnswerer(lambda: release, lambda: now, lambda *_: LookupOutcome(failed=True))
    reply = answerer.decide(first_message(text, "web")).decision.reply
    template = reply.reasons.template
    return f"{reply.kind.value} {template}" if template else reply.kind.value


def _kinds(replies: Iterable[str]) -> dict[str, int]:
    return dict(Counter(each.partition(" ")[0] for each in replies))
