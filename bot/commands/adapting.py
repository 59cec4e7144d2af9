"""The customers' messages that a model's words are adapted to: `train --adapt`, and `retrain`.

Files are redacted as an import would. Nothing of them is stored but digests in the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.commands.context import CommandError, Home, SkipReport, note, progress_bars
from bot.content.transcripts import all_transcripts, pseudonym_key, redacted, unless_erased
from knowledge import Redactor, Transcript
from nlu import is_golden


def messages_of_file(path: Path) -> list[str]:
    """Different messages of a file or folder of transcripts, in any format that imports know.

    Raises:
        CommandError: there is none.
    """
    stream = _counted(_transcripts(path))
    return _some(_messages(each for each, _ in redacted(stream, Redactor())), path)


def messages_for_home(path: Path, home: Home) -> list[str]:
    """The same, less what this home's customers had erased and what it compares models on.

    Raises:
        CommandError: there is none.
    """
    key = pseudonym_key(home.database)
    stream = _counted(_transcripts(path))
    known = unless_erased(home.database, stream, Redactor(key=key), key)
    return _some([each for each in _messages(known) if not is_golden(each)], path)


def imported_messages(home: Home) -> list[str]:
    """The same of what was imported into ``home``; none where nothing was."""
    return [each for each in _messages(all_transcripts(home.database)) if not is_golden(each)]


def _transcripts(path: Path) -> Iterator[Transcript]:
    from knowledge.importers import read_transcripts

    return read_transcripts([path], on_skip=SkipReport())


def _counted(transcripts: Iterator[Transcript]) -> Iterator[Transcript]:
    with progress_bars() as progress:
        for done, transcript in enumerate(transcripts, start=1):
            progress("conversations", done, 0)
            yield transcript


def _messages(transcripts: Iterator[Transcript]) -> list[str]:
    from training import customer_messages

    return customer_messages(transcripts)


def _some(messages: list[str], path: Path) -> list[str]:
    if not messages:
        raise CommandError(f"{path}: no customer says three words in these transcripts")
    note(f"{len(messages):,} different messages of customers to adapt to.")
    return messages
