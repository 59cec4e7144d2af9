"""How fast articles are indexed, and how soon an edited one is found.

    python -m tests.benchmarks.indexing HOME PASSAGES [EDITS]

HOME has a model in service; it is copied, without its articles, and given so many passages of some
40 tokens, a sentence each, as words are drawn in a language (Zipf). Prints how long a first build
takes, how long one over known vectors takes (what is left to do after an interruption), and the
time from storing an edit until a running server's index finds it. Use two cores at most, and
OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from fastapi.testclient import TestClient
from sqlmodel import delete

from bot.answering.releases import rebuild_index, serving_release
from bot.app import create_app
from bot.content.articles import put_articles
from bot.services import Services, utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ArticleRow
from knowledge import Article, ArticleId
from knowledge.passages import split_article

WORDS = 34
IN_AN_ARTICLE = 5
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Copy the home, fill it, and measure."""
    number, edits = int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(sys.argv[1], Path(folder) / "home"))
        settings = Settings.load(home, {})
        database = Database.open(settings.database_url)
        passages = fill(database, number)
        model = serving_release(database)
        assert model is not None
        for what in ("first", "over known vectors"):
            started = time.perf_counter()
            rebuild_index(database, settings, model.model_id, utc_now(), lambda *_: None)
            seconds = time.perf_counter() - started
            rate = passages / seconds
            print(f"{what}: {passages:,} passages in {seconds:.1f} s, {rate:,.0f} a second")
        database.close()
        app = create_app(settings)
        with TestClient(app):
            times = list(edited(app.state.services, edits))
    shown = f"p50 {np.percentile(times, 50):.0f} ms, most {max(times):.0f} ms"
    print(f"an edit among {passages:,} passages is found after {shown} ({edits} edits)")


def fill(database: Database, number: int) -> int:
    """Replace the articles by made-up ones; returns their passages."""
    with database.write() as session:
        session.connection().execute(delete(ArticleRow))
    articles = list(made_up(number))
    put_articles(database, articles)
    return sum(len(split_article(article)) for article in articles)


def made_up(number: int) -> Iterator[Article]:
    """Articles with a heading above each sentence, so that each is a passage."""
    chance, words = random.Random(5), common_words()
    for first in range(0, number, IN_AN_ARTICLE):
        sections = [
            f"## {drawn(chance, words, 2)}\n\n{drawn(chance, words, WORDS).capitalize()}."
            for _ in range(min(IN_AN_ARTICLE, number - first))
        ]
        title = drawn(chance, words, 3).capitalize()
        yield Article(ArticleId(f"made-up-{first}"), title, "\n\n".join(sections))


def edited(services: Services, edits: int) -> Iterator[float]:
    """Milliseconds from storing each of the edits until it is found."""
    for number in range(edits):
        code = f"QX-{number:04d}"
        article = Article(ArticleId("made-up-0"), "Edited", f"Part {code} fits all wheels.")
        started = time.perf_counter()
        put_articles(services.database, [article])
        while not finds(services, code):
            time.sleep(0.005)
        yield (time.perf_counter() - started) * 1000


def finds(services: Services, code: str) -> bool:
    retriever = services.release().retriever
    assert retriever is not None
    assert retriever.index is not None
    hits = retriever.index.search(code, None, 1)
    return bool(hits) and code in hits[0].passage.text


def drawn(chance: random.Random, words: list[str], number: int) -> str:
    places = (int(len(words) ** chance.random()) - 1 for _ in range(number))
    return " ".join(words[place] for place in places)


def common_words() -> list[str]:
    """Words of our own documentation, the most frequent first."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("[a-z]*/README.md"), *ROOT.glob("bot/*/README.md")]
    text = " ".join(path.read_text("utf-8") for path in sorted(pages))
    words = Counter(word for word in text.lower().split() if word.isalpha() and word.isascii())
    return [word for word, _ in words.most_common()]


if __name__ == "__main__":
    main()
