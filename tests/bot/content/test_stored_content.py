"""Templates, articles and vectors in the database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from situations import NOON, RETURNS
from sqlmodel import select

from bot.content.articles import all_articles, put_articles
from bot.content.generation import generation
from bot.content.templates import (
    StaleTemplateError,
    TemplateExistsError,
    UnknownTemplateError,
    all_templates,
    create_template,
    delete_template,
    from_json,
    get_template,
    put_template,
    to_json,
    update_template,
)
from bot.content.vectors import BATCH, VectorCache
from bot.store.tables import TemplateRow, TemplateVersionRow, VectorRow
from knowledge import (
    AnswerTemplate,
    Article,
    ArticleId,
    Button,
    IntentId,
    InvalidTemplateError,
    TemplateId,
    TemplateState,
)

words = st.text(min_size=1, max_size=20)
buttons = st.lists(st.builds(Button, words, words), max_size=2).map(tuple)
moments = st.none() | st.datetimes(timezones=st.just(NOON.tzinfo))
templates = st.builds(
    AnswerTemplate,
    id=st.just(TemplateId("t")),
    title=words,
    texts=st.dictionaries(words, words, min_size=1, max_size=3),
    intents=st.lists(words.map(IntentId), max_size=3).map(tuple),
    examples=st.lists(words, max_size=3).map(tuple),
    buttons=buttons,
    titles=st.dictionaries(words, words, max_size=2),
    buttons_in=st.dictionaries(words, buttons, max_size=2),
    state=st.sampled_from(TemplateState),
    valid_from=moments,
    valid_until=moments,
)


@given(templates)
def test_a_template_survives_being_stored(template):
    assert from_json("t", to_json(template)) == template


def test_every_version_of_a_template_is_kept(database):
    create_template(database, RETURNS, (), NOON, "eve")
    edited = replace(RETURNS, title="Sending back")
    assert update_template(database, edited, 1, (), NOON, "eve").template.version == 2
    with database.read() as session:
        rows = session.exec(select(TemplateVersionRow)).all()
        assert [(row.version, row.content["title"], row.saved_by) for row in rows] == [
            (1, "Returning something", "eve"),
            (2, "Sending back", "eve"),
        ]


def test_nobody_overwrites_another_unseen(database):
    create_template(database, RETURNS, (), NOON, None)
    update_template(database, RETURNS, 1, (), NOON, None)
    with pytest.raises(StaleTemplateError, match="now version 2"):
        update_template(database, RETURNS, 1, (), NOON, None)
    with pytest.raises(StaleTemplateError):
        delete_template(database, RETURNS.id, 1)
    with pytest.raises(TemplateExistsError):
        create_template(database, RETURNS, (), NOON, None)


def test_what_is_not_there_is_said_so(database):
    for act in (
        lambda: get_template(database, TemplateId("none")),
        lambda: update_template(database, RETURNS, 1, (), NOON, None),
        lambda: delete_template(database, TemplateId("none"), None),
    ):
        with pytest.raises(UnknownTemplateError):
            act()


def test_a_template_that_could_not_be_sent_is_not_stored(database):
    broken = replace(RETURNS, texts={"en": "{{ nobody_knows }}"})
    with pytest.raises(InvalidTemplateError):
        create_template(database, broken, ("order",), NOON, None)
    assert all_templates(database) == []


def test_versions_go_on_after_a_template_was_deleted(database):
    create_template(database, RETURNS, (), NOON, None)
    delete_template(database, RETURNS.id, 1)
    assert create_template(database, RETURNS, (), NOON, None).template.version == 2


def test_an_import_never_overwrites_a_version_on_record(database):
    create_template(database, RETURNS, (), NOON, None)
    delete_template(database, RETURNS.id, 1)
    with database.write() as session:
        put_template(session, replace(RETURNS, title="Another"), NOON)
    assert get_template(database, RETURNS.id).template.version == 2
    with database.read() as session:
        titles = [row.content["title"] for row in session.exec(select(TemplateVersionRow))]
    assert titles == [RETURNS.title, "Another"]


def test_importing_the_same_template_again_changes_nothing(database):
    def put() -> bool:
        with database.write() as session:
            return put_template(session, RETURNS, NOON)

    assert (put(), put()) == (True, False)
    assert get_template(database, RETURNS.id).template.version == 1


def test_what_was_stored_before_titles_had_languages_is_read_and_not_new(database):
    create_template(database, RETURNS, (), NOON, None)
    with database.write() as session:
        row = session.exec(select(TemplateRow)).one()
        row.content = {k: v for k, v in row.content.items() if k not in ("titles", "buttons_in")}
        session.add(row)
    assert get_template(database, RETURNS.id).template == RETURNS
    with database.write() as session:
        assert not put_template(session, RETURNS, NOON)


def test_a_change_of_content_is_noticed_by_other_processes(database):
    before = generation(database)
    create_template(database, RETURNS, (), NOON, None)
    assert generation(database) > before


def test_only_the_wanted_states_are_listed_by_title(database):
    for name, state in (
        ("b", TemplateState.LIVE),
        ("a", TemplateState.LIVE),
        ("c", TemplateState.DRAFT),
    ):
        template = replace(RETURNS, id=TemplateId(name), title=name, state=state)
        create_template(database, template, (), NOON, None)
    live = all_templates(database, (TemplateState.LIVE,))
    assert [each.template.title for each in live] == ["a", "b"]


def test_an_article_is_stored_again_only_where_it_changed(database):
    article = Article(ArticleId("a"), "Title", "Body", updated_at=NOON)
    assert put_articles(database, [article]) == 1
    quiet = generation(database)
    assert put_articles(database, [replace(article, updated_at=NOON + timedelta(days=1))]) == 0
    assert generation(database) == quiet
    assert put_articles(database, [replace(article, body="New body")]) == 1
    assert [each.body for each in all_articles(database)] == ["New body"]


class Encoder:
    """Directions made from the text's length; counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> np.ndarray:
        self.asked.append(text)
        angle = len(text) / 10
        return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def test_a_text_is_encoded_once_whatever_its_place(database):
    encoder = Encoder()
    cache = VectorCache(database, "e1", encoder)
    first = cache.vectors(["one", "three", "one"])
    again = VectorCache(database, "e1", encoder).vectors(["three", "one"])
    assert encoder.asked == ["one", "three"]
    assert np.allclose(first[0], first[2])
    assert np.allclose(again, first[[1, 0]], atol=1e-3)
    assert np.allclose(np.linalg.norm(again, axis=1), 1, atol=1e-6)


def test_texts_are_encoded_together_where_that_is_possible(database):
    encoder, parts = Encoder(), []

    def together(texts):
        parts.append(list(texts))
        return np.stack([encoder(text) for text in texts])

    VectorCache(database, "e1", encoder).vectors(["one"])
    encoded = VectorCache(database, "e1", encoder, together).vectors(["one", "three", "fourteen"])
    assert parts == [["three", "fourteen"]]
    assert np.allclose(encoded, [encoder(text) for text in ("one", "three", "fourteen")], atol=1e-3)


def test_another_encoder_shares_nothing(database):
    encoder = Encoder()
    VectorCache(database, "e1", encoder).vectors(["one"])
    VectorCache(database, "e2", encoder).vectors(["one"])
    assert encoder.asked == ["one", "one"]


def test_nothing_has_no_vectors(database):
    assert VectorCache(database, "e1", Encoder()).vectors([]).shape[0] == 0


def test_more_texts_than_a_batch_are_all_stored(database):
    texts = [f"text {number}" for number in range(BATCH + 3)]
    VectorCache(database, "e1", Encoder()).vectors(texts)
    with database.read() as session:
        assert len(session.exec(select(VectorRow)).all()) == BATCH + 3


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(), max_size=5))
def test_any_text_has_a_vector(database, texts):
    encoded = VectorCache(database, "e1", Encoder()).vectors(texts)
    assert len(encoded) == len(texts)
