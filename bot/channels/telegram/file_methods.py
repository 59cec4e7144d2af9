"""How one file goes to Telegram: a picture as a photo, everything else as a document."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import FSInputFile

from bot.channels.telegram.chats import Chat
from bot.content.attachments import Attachment
from bot.content.file_names import download_name

PHOTOS: Final = frozenset({"image/jpeg", "image/png"})


def file_methods(
    chat: Chat, attachment: Attachment, path: Path, caption: str
) -> tuple[SendPhoto | SendDocument, ...]:
    """The calls that deliver the file at ``path``, best first; ``caption`` is HTML.

    A picture that Telegram refuses to show, it takes as a document. None where the bytes are gone.
    """
    if attachment.sha256 is None or not path.is_file():
        return ()
    file = FSInputFile(path, download_name(attachment.name, attachment.media_type))
    document = SendDocument(
        chat_id=chat.id,
        message_thread_id=chat.thread,
        document=file,
        caption=caption,
        parse_mode="HTML",
    )
    if attachment.media_type not in PHOTOS:
        return (document,)
    photo = SendPhoto(
        chat_id=chat.id,
        message_thread_id=chat.thread,
        photo=file,
        caption=caption,
        parse_mode="HTML",
    )
    return photo, document
