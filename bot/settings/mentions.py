"""Names that ``frontdesk.yaml`` uses and that stand elsewhere: intents, templates, queues of users.

One that nobody knows breaks nothing: its rule just never applies. So it is told of, with the name
that was perhaps meant, and never refused. Reads no database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bot.settings.file import FileSettings

NEAR: Final = 70.0
"""RapidFuzz's WRatio from which a name is suggested."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What there is: intents and templates with their titles by id, those of the templates that
    are not in service, and the queues that desk users take, by the user's name."""

    intents: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    resting: frozenset[str] = frozenset()
    users: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def unknown_names(file: FileSettings, known: KnownNames) -> tuple[str, ...]:
    """What is doubtful, each in a sentence that begins with its place.

    Of intents and templates nothing is said while there are none at all.
    """
    return (
        *_unknown("intent", _intents(file), known.intents),
        *_unknown("template", _templates(file), known.templates),
        *(
            f"{place}: the template {name!r} is not in service; put it there"
            for place, name in _templates(file)
            if name in known.resting
        ),
        *_queues_of_users(file, known.users),
    )


def _intents(file: FileSettings) -> Iterator[tuple[str, str]]:
    yield from (("trust.intents", each) for each in file.trust.intents)
    yield from (("handoff.intents", each) for each in file.handoff.intents)
    for name, queue in file.queues.items():
        yield from ((f"queues.{name}.intents", each) for each in queue.intents)
    for name, form in file.forms.items():
        yield from ((f"forms.{name}.when.intents", each) for each in form.when.intents)


def _templates(file: FileSettings) -> Iterator[tuple[str, str]]:
    for name, form in file.forms.items():
        yield from ((f"forms.{name}.when.templates", each) for each in form.when.templates)
        if form.then.template is not None:
            yield f"forms.{name}.then.template", form.then.template


def _queues_of_users(file: FileSettings, users: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for user, queues in users.items():
        for each in queues:
            if each and each not in file.queues:
                meant = _suggestion(each, dict.fromkeys(file.queues, ""))
                yield f"queues: {user} takes the queue {each!r}, which is not there{meant}"


def _unknown(
    sort: str, named: Iterable[tuple[str, str]], known: Mapping[str, str]
) -> Iterator[str]:
    for place, name in named if known else ():
        if name not in known:
            yield f"{place}: there is no {sort} {name!r}{_suggestion(name, known)}"


def _suggestion(name: str, known: Mapping[str, str]) -> str:
    """The id whose own name or title comes nearest; nothing where none is near."""
    choices = [(each, key) for key, title in known.items() for each in (key, title) if each]
    texts = [each for each, _ in choices]
    found = process.extractOne(
        name, texts, scorer=fuzz.WRatio, processor=default_process, score_cutoff=NEAR
    )
    return f"; did you mean {choices[found[2]][1]!r}?" if found else ""
