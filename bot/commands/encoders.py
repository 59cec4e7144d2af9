"""An encoder for commands that only need vectors: the one that serves, else the bundled one."""

from __future__ import annotations

from pathlib import Path

from bot.answering.releases import load_release, serving_release
from bot.commands.context import Home, note, require_train_extra
from bot.store.tables import ModelRow
from nlu import Model

BASE = "base"


def encoder_directory(home: Home) -> Path:
    """A model directory: of the release in service, else of the bundled encoder, made once.

    Raises:
        CommandError: nothing serves, and the train extra, which brings the bundled one, is missing.
    """
    serving = serving_release(home.database)
    if serving is not None:
        with home.database.read() as session:
            return home.settings.home / session.get_one(ModelRow, serving.model_id).directory
    return base_directory(home)


def serving_model(home: Home) -> Model | None:
    """The model of the release in service; None in a home that has none yet."""
    return load_release(home.database, home.settings).model


def base_directory(home: Home) -> Path:
    """The bundled encoder as a model directory without intents, kept in the home.

    Raises:
        CommandError: the train extra, which brings it, is missing.
    """
    directory = home.settings.models / BASE
    if not directory.is_dir():
        require_train_extra()
        from training import export_base

        note("preparing the bundled encoder (once) …")
        directory.parent.mkdir(parents=True, exist_ok=True)
        export_base(directory)
    return directory
