"""Dividing trainings among the processes of `accelerate launch`, and of the crew on each.

Every tuning is random only by its own seed, so it comes out the same wherever it runs: several
processes give the same model as one. Each takes every n-th tuning; afterwards all know all
outcomes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from training.crew import Hear, Tell
from training.outcomes import Outcome
from training.study import Part, Study
from training.unfinished import Unfinished

if TYPE_CHECKING:
    from accelerate import Accelerator

T = TypeVar("T")


def carry_out_all(
    parts: Sequence[Part], study: Study, unfinished: Unfinished, hear: Hear
) -> list[Outcome]:
    """Return the outcome of every part, in order, computed by whichever process it fell to."""
    accelerator, crew = study.workshop.accelerator, study.workshop.crew

    def carry_out(part: Part, tell: Tell) -> None:
        study.carry_out(part, unfinished.bookmark(part.name), tell)

    mine = parts[accelerator.process_index :: accelerator.num_processes]
    crew.carry_out({part.name: partial(carry_out, part) for part in mine}, hear)
    found = {part.name: unfinished.bookmark(part.name).take() for part in mine}
    if accelerator.num_processes > 1:
        from accelerate.utils import gather_object

        found = dict(gather_object(list(found.items())))
    return [_outcome(found[part.name]) for part in parts]


def share(value: T | None, accelerator: Accelerator) -> T:
    """Return in every process the ``value`` that the main process has."""
    if accelerator.num_processes > 1:
        from accelerate.utils import broadcast_object_list

        (value,) = broadcast_object_list([value])
    assert value is not None
    return value


def _outcome(kept: dict[str, Any] | None) -> Outcome:
    assert kept is not None, "a tuning that ended has left its outcome"
    return Outcome.from_plain(kept["outcome"])
