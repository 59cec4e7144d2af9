"""Rows and transactions. Everything that must survive a restart goes through here.

Rows stay inside ``bot``; other packages see the records of ``knowledge`` only.
"""

from bot.store.database import BusyError, Database, Note, UnusableDatabaseError

__all__ = ["BusyError", "Database", "Note", "UnusableDatabaseError"]
