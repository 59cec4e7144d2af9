"""What is said to files: that the bot cannot look into them, and that people can. Pure.

A file is never an answer to a question of the bot's, and never taken for understood.
"""

from __future__ import annotations

from dataclasses import replace

from bot.dialog.decisions import Decision
from bot.dialog.phrases import phrase
from bot.dialog.replies import handing_off, route_of
from bot.dialog.turn import Turn
from bot.dialog.why import why


def files_alone(turn: Turn) -> Decision | None:
    """A person, where there are files and not a word; an open form ends, its details stay known."""
    if not _families(turn) or any(each.text.strip() for each in turn.messages):
        return None
    because = why("file_alone")
    reply = handing_off(turn, "handoff_file", because, "file")
    state = replace(turn.state, clarified=False, form=None)
    return Decision(reply, state, hand_off=because, route=route_of(turn))


def with_files_noticed(turn: Turn, decision: Decision) -> Decision:
    """``decision``, said after an honest word on the files that came with it.

    Who waits for a person is told already that everything is kept for them.
    """
    families = _families(turn)
    if not families or turn.situation.waiting:
        return decision
    notice = phrase(_key(families), turn.language)
    text = f"{notice}\n\n{decision.reply.text}"
    return replace(decision, reply=replace(decision.reply, text=text))


def _families(turn: Turn) -> tuple[str, ...]:
    return tuple(each.family for message in turn.messages for each in message.attachments)


def _key(families: tuple[str, ...]) -> str:
    return f"attachment_{families[0]}" if len(families) == 1 else "attachment"
