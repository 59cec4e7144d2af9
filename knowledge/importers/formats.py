"""The formats that can be imported, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.errors import UnknownColumnError, UnknownFormatError, UnreadableFileError
from knowledge.importers.chatwoot import ChatwootImporter
from knowledge.importers.crisp import CrispImporter
from knowledge.importers.csv_rows import CsvImporter
from knowledge.importers.freshdesk import FreshdeskImporter
from knowledge.importers.helpscout import HelpScoutImporter
from knowledge.importers.intercom import IntercomImporter
from knowledge.importers.interface import Columns, Importer
from knowledge.importers.json_lines import JsonLinesImporter
from knowledge.importers.livechat import LiveChatImporter
from knowledge.importers.mail import MailImporter
from knowledge.importers.telegram import TelegramImporter
from knowledge.importers.whatsapp import WhatsAppImporter
from knowledge.importers.xlsx_sheets import XlsxImporter
from knowledge.importers.zendesk import ZendeskImporter
from knowledge.sources import DAMAGED_STREAM, Source

IMPORTERS: Sequence[Importer] = (
    JsonLinesImporter(),
    ZendeskImporter(),
    IntercomImporter(),
    ChatwootImporter(),
    FreshdeskImporter(),
    HelpScoutImporter(),
    CrispImporter(),
    LiveChatImporter(),
    TelegramImporter(),
    WhatsAppImporter(),
    XlsxImporter(),
    MailImporter(),
    CsvImporter(),
)
"""In the order in which they are asked: those that look for more come before Telegram's, which
takes any object with messages."""


def format_names() -> tuple[str, ...]:
    """What a format may be called: ``auto``, and every known one."""
    return ("auto", *(importer.format for importer in IMPORTERS))


def importers_for(format: str, columns: Columns) -> Sequence[Importer]:
    """The importers to try: all for ``auto``, else the one of that name.

    Raises:
        UnknownFormatError: there is no such format.
        UnknownColumnError: a mapped field is none that the format has.
    """
    names = ", ".join(importer.format for importer in IMPORTERS)
    chosen = [i for i in IMPORTERS if format in {"auto", i.format}]
    if not chosen:
        raise UnknownFormatError(f"there is no format '{format}'; choose auto, {names}")
    known = frozenset[str]().union(*(importer.options for importer in chosen))
    unknown = sorted(set(columns) - known)
    if unknown:
        raise UnknownColumnError(
            f"columns: no field is called {', '.join(unknown)}; "
            f"the fields are {', '.join(sorted(known)) or 'fixed in this format'}"
        )
    return chosen


def importer_of(source: Source, importers: Sequence[Importer], columns: Columns) -> Importer:
    """The first importer that takes the file.

    Raises:
        UnknownFormatError: none does; says why the likeliest does not.
        UnreadableFileError: the file cannot be read at all.
    """
    reasons: dict[Importer, str] = {}
    for importer in importers:
        try:
            reason = importer.refusal(source, columns)
        except DAMAGED_STREAM as error:
            raise UnreadableFileError(f"{source.label}: is damaged: {error}") from None
        except OSError as error:
            raise UnreadableFileError(f"{source.label}: {error.strerror or error}") from None
        if reason is None:
            return importer
        reasons[importer] = reason
    raise UnknownFormatError(f"{source.label}: is no transcript: {_best(source, reasons)}")


def _best(source: Source, reasons: dict[Importer, str]) -> str:
    likely = [i for i in reasons if source.suffix in i.suffixes] or list(reasons)
    return "; ".join(f"{reasons[importer]} ({importer.format})" for importer in likely)
