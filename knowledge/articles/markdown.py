"""Articles in Markdown or plain text, with or without YAML front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from knowledge.articles.definitions import with_markdown_definitions_joined
from knowledge.articles.document import Document, title_for, with_title_marked
from knowledge.articles.identity import id_of_file, slug
from knowledge.errors import UnreadableFileError
from knowledge.records import Article, ArticleId
from knowledge.times import parse_time

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n?---[ \t]*(?:\n|\Z)", re.DOTALL)
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_LOOKED_AT = 1 << 16


def read_markdown(document: Document) -> Article:
    """The article; front matter may hold id, slug, title, url, language and updated, and more.

    Raises:
        UnreadableFileError: the front matter is not YAML, or there is no text, or not text.
    """
    entries, body = _split(document.text(), document.name)
    body = with_markdown_definitions_joined(body)
    if not body.strip():
        raise UnreadableFileError(f"{document.name}: holds no text")
    if _is_binary(body):
        raise UnreadableFileError(f"{document.name}: is no text, whatever its name says")
    identifier = entries.get("id") or entries.get("slug") or ""
    named = slug(entries.get("slug", ""))
    title = entries.get("title") or title_for(body, document.name)
    return Article(
        id=ArticleId(slug(identifier)) if slug(identifier) else id_of_file(document.name),
        title=title,
        body=with_title_marked(body.strip(), title),
        url=entries.get("url"),
        language=entries.get("language") or entries.get("lang"),
        updated_at=parse_time(entries.get("updated") or entries.get("date")),
        slug=named if named and named != slug(identifier) else None,
    )


def _is_binary(text: str) -> bool:
    """Whether more than one in a hundred of the first characters is one that no text holds.

    Three may always be: in a short text one stray character would be more than that.
    """
    start = text[:_LOOKED_AT]
    return len(_CONTROLS.findall(start)) > max(3, len(start) / 100)


def _split(text: str, name: str) -> tuple[Mapping[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    try:
        entries = yaml.load(found.group(1), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise UnreadableFileError(f"{name}: its front matter is not YAML: {reason}") from None
    if not isinstance(entries, dict):
        return {}, text
    plain = {key: value for key, value in entries.items() if isinstance(value, str) and value}
    return plain, text[found.end() :]
