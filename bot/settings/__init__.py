"""What the operator sets: the home folder's ``frontdesk.yaml`` and the environment.

``file.py`` lists the keys; each part is described and checked in a module of its name.
"""

from bot.settings.attachments import AttachmentSettings
from bot.settings.environment import SETTINGS_FILE, Settings
from bot.settings.file import FileSettings, LimitSettings
from bot.settings.handing_over import VIEWS
from bot.settings.reading import SettingsError, read_file
from bot.settings.rewriting import RewritingSettings
from bot.settings.rules import policy_of, rules_of
from bot.settings.saving import (
    StaleSettingsError,
    StoredSettings,
    UnwritableSettingsError,
    change_of,
    replace_file,
    stored_settings,
)

__all__ = [
    "SETTINGS_FILE",
    "VIEWS",
    "AttachmentSettings",
    "FileSettings",
    "LimitSettings",
    "RewritingSettings",
    "Settings",
    "SettingsError",
    "StaleSettingsError",
    "StoredSettings",
    "UnwritableSettingsError",
    "change_of",
    "policy_of",
    "read_file",
    "replace_file",
    "rules_of",
    "stored_settings",
]
