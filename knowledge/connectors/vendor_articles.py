"""Articles of a help centre as its API gives them."""

from __future__ import annotations

from knowledge.importers.json_fields import Fields, language_tag, text_at
from knowledge.records import Article, ArticleId
from knowledge.storable_text import with_storable_article
from knowledge.times import parse_time


def article_of(
    vendor: str, identifier: str | None, language: object, content: Fields
) -> Article | None:
    """The article, its body as Markdown; ``None`` where it has no id or no words.

    One that is there in several languages is several articles.
    """
    from knowledge.articles.html import markdown_of_piece
    from knowledge.articles.markup import looks_like_html

    body = text_at(content, "body", "content")
    if looks_like_html(body):
        body = markdown_of_piece(body) or body
    if identifier is None or not body:
        return None
    tag = language_tag(language)
    address = text_at(content, "html_url", "url")
    article = Article(
        id=ArticleId("-".join(part for part in (vendor, identifier, tag and tag.lower()) if part)),
        title=text_at(content, "title", "name") or identifier,
        body=body,
        url=address if address.startswith(("http://", "https://")) else None,
        language=tag,
        updated_at=parse_time(content.get("updated_at")),
    )
    return with_storable_article(article)
