"""Texts without the characters that no database takes: NUL, and halves of surrogate pairs.

JSON can write both, and programs that cut a text in the middle of an emoji do.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from knowledge.records import Article, ArticleId, Transcript, TranscriptId, Turn

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


def with_storable_text(transcript: Transcript) -> Transcript:
    """The conversation with U+FFFD in place of such characters."""
    if all(map(_is_storable, _texts(transcript))):
        return transcript
    return replace(
        transcript,
        id=TranscriptId(_stored(transcript.id)),
        turns=tuple(_stored_turn(turn) for turn in transcript.turns),
        source=_stored(transcript.source),
        tags=tuple(map(_stored, transcript.tags)),
        customer=None if transcript.customer is None else _stored(transcript.customer),
        language=None if transcript.language is None else _stored(transcript.language),
    )


def with_storable_article(article: Article) -> Article:
    """The article with U+FFFD in place of such characters."""
    texts = (article.id, article.title, article.body, article.url, article.language, article.slug)
    if all(_is_storable(text) for text in texts if text):
        return article
    return replace(
        article,
        id=ArticleId(_stored(article.id)),
        title=_stored(article.title),
        body=_stored(article.body),
        url=None if article.url is None else _stored(article.url),
        language=None if article.language is None else _stored(article.language),
        slug=None if article.slug is None else _stored(article.slug),
    )


def _texts(transcript: Transcript) -> list[str]:
    texts = [transcript.id, transcript.source, *transcript.tags]
    texts += [turn.text for turn in transcript.turns]
    texts += [turn.author for turn in transcript.turns if turn.author]
    texts += [text for text in (transcript.customer, transcript.language) if text]
    return texts


def _is_storable(text: str) -> bool:
    """Whether ``text`` has none of them, told without a look at each of its characters."""
    if "\0" in text:
        return False
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


def _stored(text: str) -> str:
    return _UNSTORABLE.sub("\ufffd", text)


def _stored_turn(turn: Turn) -> Turn:
    author = None if turn.author is None else _stored(turn.author)
    return replace(turn, text=_stored(turn.text), author=author)
