"""What may be suggested: live templates, as the question that is their title, and articles.

A title is what customers are shown on buttons already; pressed, its id gets that very answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np

from bot.answering.answerer import is_valid
from bot.content.articles import all_articles
from bot.content.templates import all_templates
from bot.content.vectors import VectorCache
from bot.conversations.suggested import QUESTION
from bot.dialog.languages import language_among
from bot.store import Database
from knowledge import AnswerTemplate, Article, TemplateState
from nlu import Model, detect_language
from retrieval.recommender import Catalogue

Kind = Literal["question", "article"]
READ = 500
"""How many characters of an article, after its title, say what it is about."""


@dataclass(frozen=True, slots=True)
class Item:
    """``titles`` by language are all that it can be shown in; ``text`` says what it is about."""

    id: str
    kind: Kind
    titles: Mapping[str, str]
    text: str
    url: str | None = None
    template: AnswerTemplate | None = None

    def title_in(self, language: str) -> str | None:
        """Its title for a customer of ``language``; None where it is in none that is near."""
        found = language_among(self.titles, language)
        return self.titles[found] if found else None

    def may_be_shown(self, now: datetime) -> bool:
        """Whether it holds at ``now``."""
        return self.template is None or is_valid(self.template, now)


def items_of(database: Database) -> dict[str, Item]:
    """Everything that may be suggested, by id."""
    live = [each.template for each in all_templates(database, (TemplateState.LIVE,))]
    found = (*_questions(live), *_articles(all_articles(database)))
    return {each.id: each for each in found}


def template_item(template: str) -> str:
    """The id of a template's item."""
    return f"{QUESTION}{template}"


def article_item(article: str) -> str:
    """The id of an article's item."""
    return f"article:{article}"


def by_address(items: Iterable[Item]) -> dict[str, str]:
    """The ids of articles by their addresses, as sources link to them, without fragments."""
    return {each.url: each.id for each in items if each.url}


def _questions(templates: Iterable[AnswerTemplate]) -> Iterator[Item]:
    for each in templates:
        first = next(iter(each.texts), None)
        titles = {**({first: each.title} if first else {}), **each.titles}
        said = {tag: title for tag, title in titles.items() if language_among(each.texts, tag)}
        text = ". ".join((each.title, *each.examples[:1]))
        yield Item(template_item(each.id), "question", said, text, template=each)


def _articles(articles: Iterable[Article]) -> Iterator[Item]:
    for each in articles:
        text = f"{each.title}. {each.body[:READ]}"
        language = each.language or detect_language(text)
        titles = {language: each.title} if language else {}
        yield Item(article_item(each.id), "article", titles, text, each.url)


def catalogue_of(items: Mapping[str, Item], database: Database, model: Model | None) -> Catalogue:
    """The items with the vectors of their texts; zeros for what the encoder cannot read."""
    if model is None or not items:
        return Catalogue(tuple(items), np.zeros((len(items), 1), dtype=np.float32))
    cache = VectorCache(database, model.encoder_id, model.encode)
    texts = [each.text for each in items.values()]
    vectors = cache.vectors(texts)
    vectors[[not model.can_read(text) for text in texts]] = 0.0
    return Catalogue(tuple(items), vectors)
