"""What serves: promoted, rolled back, degraded where it is damaged, pinned by a turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from live import copy_home
from situations import RETURNS

from bot.answering import DialogAnswerer, NoModelError, load_release, promote
from bot.answering.answerer import burst, in_context, is_valid
from bot.answering.language import conversation_language
from bot.answering.releases import (
    is_whole,
    rebuild_index,
    register_model,
    rollback,
    serving_release,
)
from bot.content.templates import create_template
from bot.conversations.turns import PendingTurn
from bot.dialog import (
    ButtonAction,
    CustomerMessage,
    DialogState,
    Kind,
    Memory,
    Priority,
    QuotedTurn,
    ReplyButton,
    Status,
)
from bot.dialog.phrases import phrase
from bot.services import utc_now
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ReleaseRow
from knowledge import TemplateId
from nlu import Act, Calibration, DamagedModelError, Model, OutdatedModelError


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path):
    settings = Settings.load(copy_home(prepared_home, tmp_path / "home"), {})
    database = Database.open(settings.database_url)
    yield settings, database
    database.close()


def pending(*texts: str, disclosed: bool = True, language: str | None = None) -> PendingTurn:
    return PendingTurn(
        conversation_id="c",
        channel="telegram",
        epoch=1,
        status=Status.AUTOMATED,
        state=DialogState(disclosed=disclosed),
        language=language,
        customer=None,
        messages=tuple(CustomerMessage(n, text) for n, text in enumerate(texts, start=1)),
    )


def quiet(step: str, done: int, of: int) -> None:
    """Reports nothing."""


def test_a_home_that_learned_nothing_serves_nothing(database, tmp_path):
    settings = Settings.load(tmp_path, {})
    release = load_release(database, settings)
    assert (release.id, release.model) == (None, None)
    with pytest.raises(NoModelError, match="models list"):
        rebuild_index(database, settings, "none", utc_now(), quiet)
    with pytest.raises(NoModelError, match="models list"):
        promote(database, settings, "none", utc_now(), quiet)
    with pytest.raises(NoModelError, match="no earlier release"):
        rollback(database, utc_now())


def test_the_release_before_comes_back_by_one_row(home):
    settings, database = home
    first = serving_release(database)
    second = promote(database, settings, "base", utc_now(), quiet)
    assert first
    assert serving_release(database).id == second
    assert rollback(database, utc_now()) == first.id
    assert load_release(database, settings).id == first.id


def test_an_edit_lends_the_model_and_index_of_before(home):
    settings, database = home
    before = load_release(database, settings)
    create_template(database, RETURNS, (), utc_now(), None)
    after = load_release(database, settings, before)
    assert after.model is before.model
    assert after.retriever.index is before.retriever.index
    assert RETURNS.id in after.templates
    assert RETURNS.id not in before.templates


def test_an_edit_elsewhere_lends_what_templates_and_alarms_were_made_into(home):
    settings, database = home
    before = load_release(database, settings)
    after = load_release(database, settings, before)
    assert after.retriever.matcher is before.retriever.matcher
    assert after.alarms is before.alarms
    create_template(database, RETURNS, (), utc_now(), None)
    edited = load_release(database, settings, after)
    assert edited.retriever.matcher is not before.retriever.matcher
    assert edited.alarms is before.alarms


@pytest.mark.parametrize("typed", ["Lost and found bells", "verlorene glocken"])
def test_a_title_that_is_typed_finds_its_template(home, typed):
    settings, database = home
    titled = replace(
        RETURNS,
        title="Lost and found bells",
        titles={"de": "Verlorene Glocken"},
        examples=("Where did my little brass ringer go?",),
        intents=(),
    )
    create_template(database, titled, (), utc_now(), None)
    (first, *_) = load_release(database, settings).read(typed, "en").templates
    assert (first.template, first.probability > 0.9) == (RETURNS.id, True)


def test_a_title_alone_is_no_example(home):
    settings, database = home
    create_template(database, replace(RETURNS, examples=(), intents=()), (), utc_now(), None)
    found = load_release(database, settings).read(RETURNS.title, "en").templates
    assert RETURNS.id not in {each.template for each in found}


def test_a_damaged_index_leaves_the_templates_answering(home):
    settings, database = home
    row = serving_release(database)
    for file in (settings.home / row.index_directory).iterdir():
        if file.is_file():
            file.write_bytes(b"damaged")
    release = load_release(database, settings)
    assert release.retriever.index is None
    assert release.model
    assert release.templates


def test_an_index_that_is_back_in_its_place_serves_again(home):
    settings, database = home
    index = settings.home / serving_release(database).index_directory
    index.rename(index.with_name("elsewhere"))
    without = load_release(database, settings)
    assert not is_whole(database, without)
    index.with_name("elsewhere").rename(index)
    whole = load_release(database, settings, without)
    assert is_whole(database, whole)
    assert whole.model is without.model
    assert whole.retriever.index is not None


def test_a_home_that_learned_nothing_lacks_no_files(database, tmp_path):
    assert is_whole(database, load_release(database, Settings.load(tmp_path, {})))


def test_a_damaged_model_leaves_every_message_to_people(home):
    settings, database = home
    models = settings.models
    target = models.resolve()
    models.unlink()
    (models / "base").mkdir(parents=True)
    for file in (target / "base").iterdir():
        (models / "base" / file.name).symlink_to(file)
    (models / "base" / "labels.json").unlink()
    (models / "base" / "labels.json").write_text('["other"]')
    release = load_release(database, settings)
    assert release.model is None
    assert not is_whole(database, release)
    decided = DialogAnswerer(lambda: release, utc_now).decide(pending("hello"))
    assert decided.decision.hand_off
    with pytest.raises(DamagedModelError):
        promote(database, settings, "base", utc_now(), quiet)
    assert serving_release(database)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Où est ma commande, s'il vous plaît ?", "fr"),
        ("Gdzie jest moje zamówienie, proszę?", "pl"),
        ("我的订单到哪里了？", "zh-Hans"),
        ("Where is my order, please?", "en"),
    ],
)
def test_who_has_learned_nothing_hands_over_in_the_customers_language(
    database, tmp_path, text, language
):
    release = load_release(database, Settings.load(tmp_path, {}))
    assert release.model is None
    decided = DialogAnswerer(lambda: release, utc_now).decide(pending(text))
    assert decided.language == language
    assert phrase("handoff_unsure", language) in decided.decision.reply.text


@pytest.mark.parametrize("text", ["my charger caught fire", "孩子吞下去了电池", "x " * 11_000])
def test_who_has_learned_nothing_hears_a_danger_all_the_same(database, tmp_path, text):
    release = load_release(database, Settings.load(tmp_path, {}))
    decided = DialogAnswerer(lambda: release, utc_now).decide(pending(text))
    urgent = decided.decision.route.priority is Priority.URGENT
    assert urgent is not text.startswith("x ")


def test_registering_a_model_again_keeps_one_row(home):
    _, database = home
    register_model(database, "base", {"accuracy": 0.9}, utc_now())
    assert serving_release(database).model_id == "base"


def test_the_first_reply_discloses_automation_and_the_next_does_not(home):
    settings, database = home
    release = load_release(database, settings)
    answerer = DialogAnswerer(lambda: release, utc_now)
    first = answerer.decide(pending("hi", disclosed=False)).decision
    assert first.reply.text.startswith("I'm the automated assistant of Lindewiel.\n\n")
    assert first.state.disclosed
    assert "assistant" not in answerer.decide(pending("hi")).decision.reply.text


def test_giving_up_says_so_honestly_and_discloses_too(home):
    settings, database = home
    release = load_release(database, settings)
    given_up = DialogAnswerer(lambda: release, utc_now).give_up(
        pending("hi", disclosed=False), "It broke."
    )
    assert "Something went wrong on my side" in given_up.decision.reply.text
    assert "automated assistant" in given_up.decision.reply.text
    assert given_up.decision.hand_off == "It broke."


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Where is my order? I want to speak to a human.", Act.HUMAN),
        ("I want to talk to a person\n\nmy parcel is late", Act.HUMAN),
        ("my parcel is late\n\nget me a human", Act.HUMAN),
        ("Hi. I spoke to an agent yesterday and she said it would come. Where is it?", None),
        ("thanks", Act.THANKS),
    ],
)
def test_a_call_for_a_person_is_heard_in_any_sentence(home, text, act):
    settings, database = home
    assert load_release(database, settings).read(text, "en").act is act


def test_the_messages_of_a_burst_do_not_run_into_each_other():
    assert burst(pending("one", "two")) == "one\n\ntwo"


def test_an_unreadable_flood_is_decided_all_the_same(home):
    settings, database = home
    release = load_release(database, settings)
    decided = DialogAnswerer(lambda: release, utc_now).decide(pending("。" * 8_000, "\n" * 500))
    assert decided.decision.reply.kind in (Kind.CLARIFY, Kind.HANDOFF)


def test_more_at_once_than_the_bot_reads_goes_to_a_person(home):
    settings, database = home
    release = load_release(database, settings)
    flood = pending(*["where is my order? " * 400] * 3)
    decided = DialogAnswerer(lambda: release, utc_now).decide(flood)
    assert decided.decision.hand_off == "The customer wrote more at once than the bot reads."
    waiting = replace(flood, status=Status.WAITING)
    assert DialogAnswerer(lambda: release, utc_now).decide(waiting).decision.hand_off is None


def test_a_turn_leans_on_the_turn_that_it_quotes_before_the_last_one():
    memory = Memory(asked="Do you sell bells?", said=(TemplateId("bells"),))
    turn = pending("and for express?")
    turn = replace(turn, state=replace(turn.state, memory=memory))
    assert in_context(turn).state.memory == memory
    quoted = QuotedTurn("How long does delivery take?", "Two days.", (TemplateId("delivery"),))
    message = replace(turn.messages[0], quoted=quoted)
    recalled = in_context(replace(turn, messages=(message,))).state.memory
    assert (recalled.asked, recalled.said) == (quoted.asked, quoted.said)


def test_an_option_named_in_words_is_pressed():
    button = ReplyButton("Refunds", ButtonAction(text="When do I get my money?"))
    turn = pending("the first one, please")
    turn = replace(turn, state=replace(turn.state, memory=Memory(buttons=(button,))))
    (message,) = in_context(turn).messages
    assert (message.text, message.button) == ("When do I get my money?", button.action)


def test_a_template_is_valid_from_its_first_moment_until_before_its_last():
    now = utc_now()
    hour = timedelta(hours=1)
    assert is_valid(RETURNS, now)
    assert is_valid(replace(RETURNS, valid_from=now, valid_until=now + hour), now)
    assert not is_valid(replace(RETURNS, valid_from=now + hour), now)
    assert not is_valid(replace(RETURNS, valid_until=now), now)


@pytest.mark.parametrize(
    ("text", "detected", "previous", "language"),
    [
        ("wo ist mein Paket", "de", "en", "de"),
        ("ok", "de", "en", "en"),
        ("ok", None, None, "en"),
        ("où est mon colis", "fr", "de", "fr"),
        ("mon colis", "fr", "de", "de"),
        ("non ti preoccupare mica", "eo", "de", "de"),
        ("где заказ", "ru", "en", "ru"),
        ("我的訂單在哪裡", "zh", "en", "zh-Hant"),
        ("Ești robot?", None, "en", "ro"),
        ("¿Eres una persona?", "gl", "en", "es"),
        ("Er du en robot?", "sv", "no", "no"),
        ("Er du en robot?", "da", "en", "da"),
        ("en person tak", None, "en", "da"),
        ("agente por favor", None, "en", "en"),
        ("hallo", None, None, "de"),
        ("hallo", "nl", None, "nl"),
        ("hallo", None, "nl", "nl"),
        ("hallo", None, "en", "en"),
        ("在哪里", "zh", "en", "zh-Hans"),
        ("where is my parcel", "en", "de", "en"),
        ("my bike is broken", None, "zh-Hans", "en"),
        ("my bike is broken", "eo", "zh-Hans", "en"),
        ("iPhone 15", None, "zh-Hans", "zh-Hans"),
        ("my bike is broken", None, "de", "en"),
        ("mein bike is broken", None, "de", "de"),
    ],
)
def test_the_language_follows_what_is_clear(text, detected, previous, language):
    assert conversation_language(text, detected, previous, "en") == language


@pytest.mark.parametrize("detected", [None, "en", "nl"])
def test_details_change_no_language(detected):
    given = "LW-26-10234 lotte@shop.example, www.shop.example/orders/10234"
    assert conversation_language(given, detected, "zh-Hans", "en") == "zh-Hans"
    asked = f"{given} where is my order now"
    assert conversation_language(asked, "en", "zh-Hans", "en") == "en"


def test_a_damaged_new_model_lets_the_one_before_serve_on(home):
    settings, database = home
    before = load_release(database, settings)
    register_model(database, "broken", {}, utc_now())
    with database.write() as session:
        session.merge(ReleaseRow(**{**serving_release(database).model_dump(), "state": "previous"}))
        session.add(ReleaseRow(id="next", model_id="broken", state="serving", created_at=utc_now()))
    after = load_release(database, settings, before)
    assert (after.id, after.model) == (before.id, before.model)
    assert after.templates
    assert not is_whole(database, after)


def test_a_calibration_of_another_version_is_refused(home, monkeypatch):
    settings, database = home
    strange = replace(Calibration(), match={"with_head": {"charm": 1.0}})
    opened = Model.open(settings.models / "base")
    opened.calibration = strange
    monkeypatch.setattr(Model, "open", lambda directory: opened)
    with pytest.raises(OutdatedModelError, match=r"outdated.*calibration\.json"):
        promote(database, settings, "base", utc_now(), quiet)
    assert load_release(database, settings).model is None


@pytest.mark.parametrize(
    ("text", "act", "wonders"),
    [
        ("¿Eres un robot?", Act.IDENTITY, True),
        ("Are you a robot? Where is my order?", None, True),
        ("Vous êtes un robot ? Passez-moi un conseiller.", Act.HUMAN, True),
        ("Where is my order? It is late.", None, False),
    ],
)
def test_who_asks_what_answers_beside_other_things_is_heard(home, text, act, wonders):
    settings, database = home
    read = load_release(database, settings).read(text, None)
    assert (read.act, read.wonders) == (act, wonders)


def test_whoever_asks_that_beside_other_things_is_told_in_the_same_reply(home):
    settings, database = home
    release = load_release(database, settings)
    answerer = DialogAnswerer(lambda: release, utc_now)
    both = answerer.decide(pending("¿Eres una persona? ¿Dónde está mi pedido?"))
    assert both.language == "es"
    assert both.decision.reply.text.startswith("Soy el asistente automático de Lindewiel.")
    alone = answerer.decide(pending("¿Eres una persona?")).decision.reply.text
    assert alone.startswith("Soy un asistente automático, no una persona.")


@pytest.mark.parametrize("first", ["where is my order?", "我的订单在哪里？"])
def test_nothing_is_left_to_be_fitted_when_the_first_message_comes(home, monkeypatch, first):
    settings, database = home
    release = load_release(database, settings)
    fitted, solve = [], np.linalg.solve
    monkeypatch.setattr(np.linalg, "solve", lambda *a: (fitted.append(1), solve(*a))[1])
    release.warm_up()
    while_warming = len(fitted)
    release.read(first, None)
    assert 0 < while_warming == len(fitted)
