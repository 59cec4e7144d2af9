"""What an agent reads first: a summary, the details given, earlier conversations, suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from situations import NOON, ORDER, REFUND, RETURNS, TEMPLATES, composed, reading

from bot.answering import Release, load_release
from bot.conversations.serialised import state_to_json
from bot.desk.brief import answered_up_to, matters, unanswered
from bot.desk.suggestions import suggestions_for
from bot.desk.summary import SENTENCES, Said, summarise
from bot.dialog import DialogState, OpenForm, Policy
from bot.settings import Settings
from bot.store import Database
from bot.store.tables import ConversationRow, MessageRow
from knowledge.records import ArticleId, Passage, PassageId
from retrieval import PassageHit, PassageSentences

RELEASE = Release(None, Policy(), {"company_name": "A shop"}, "A shop", "en", templates=TEMPLATES)


def passage_hit(article: str) -> PassageHit:
    passage = Passage(PassageId(f"{article}/0"), ArticleId(article), article, f"About {article}.")
    sentences = PassageSentences(np.zeros((0, 2), dtype=np.int64), np.zeros((0, 2)))
    return PassageHit(passage, 0.3, 0.3, 0.1, sentences)


def by_topic(text: str) -> np.ndarray | None:
    """Sentences about bikes are alike, but for their number; all others are about nothing."""
    vector = np.zeros(12, dtype=np.float32)
    if "bike" in text:
        vector[10] = 1.0
        vector[int(next((sign for sign in text if sign.isdigit()), "0"))] = 1.0
    else:
        vector[11] = 1.0
    return vector / np.linalg.norm(vector)


def test_a_short_conversation_is_its_own_summary():
    said = [Said(1, "Hi. My bike has a flat tyre."), Said(2, "It is the rear one.")]
    assert [each.text for each in summarise(said, by_topic)] == [
        "My bike has a flat tyre.",
        "It is the rear one.",
    ]


def test_a_long_one_keeps_what_most_of_it_is_about():
    weather = Said(1, "The weather is dreadful here today.")
    bike = [Said(n, f"My bike makes noise number {n} when I ride it.") for n in range(2, 8)]
    chosen = summarise([weather, *bike], by_topic)
    assert weather.text not in [each.text for each in chosen]


@given(st.lists(st.builds(Said, st.integers(1, 99), st.text(max_size=60)), max_size=30))
def test_a_summary_says_only_what_the_customer_said(said):
    words = " ".join(each.text for each in said).split()
    chosen = summarise(said, lambda _: None)
    assert len(chosen) <= SENTENCES
    assert all(" ".join(each.text.split()) in " ".join(words) for each in chosen)


def test_suggestions_come_likeliest_first_and_never_more_than_three():
    meant = reading("hm", *((each, 0.2) for each in TEMPLATES.values()), **composed("It says."))
    found = suggestions_for(meant, RELEASE, DialogState(), None)
    assert len(found) == 3
    assert (found[0].source, found[0].text) == ("article", "It says.")


@pytest.mark.parametrize(
    ("reader", "title"),
    [
        ("zh-CN", "退货"),
        ("de", "Zurücksenden"),
        ("fr", "Returning something"),
        (None, RETURNS.title),
    ],
)
def test_a_suggestion_is_titled_for_its_reader_and_worded_for_the_customer(reader, title):
    template = replace(RETURNS, titles={"zh-Hans": "退货", "de": "Zurücksenden"})
    release = replace(RELEASE, templates={template.id: template})
    meant = reading("hm", (template, 0.5), language="de")
    (found,) = suggestions_for(meant, release, DialogState(), None, reader=reader)
    assert (found.title, found.text) == (title, RETURNS.texts["de"])


def test_a_suggestion_shows_which_places_the_agent_has_to_fill():
    state = DialogState(details={"order": "LW123"})
    (found,) = suggestions_for(reading("hm", (ORDER, 0.5)), RELEASE, state, None)
    assert (found.text, found.missing) == ("Order LW123 is [status].", ("status",))


def test_three_are_suggested_with_their_scores_however_unlikely():
    near = ((RETURNS, 0.02), (ORDER, 0.001), (REFUND, 0.01))
    found = suggestions_for(reading("hm", *near), RELEASE, DialogState(), None)
    assert [(each.id, each.score) for each in found] == [
        ("returns", 0.02),
        ("refund", 0.01),
        ("order", 0.001),
    ]


def test_help_pages_make_up_for_answers_that_there_are_not():
    hits = tuple(passage_hit(article) for article in ("care", "care", "bags", "locks"))
    meant = reading("hm", (RETURNS, 0.2), passages=hits, answerability=0.1)
    found = suggestions_for(meant, RELEASE, DialogState(), None)
    assert [(each.source, each.id, each.score) for each in found] == [
        ("template", "returns", 0.2),
        ("article", "care", 0.1),
        ("article", "bags", 0.1),
    ]


def brief_of(shop, customer) -> dict:
    found = shop.person().get(f"conversations/{customer.id}/brief")
    assert found.status_code == 200, found.text
    return dict(found.json())


def change(shop, conversation: str, **values) -> None:
    with shop.services.database.write() as session:
        row = session.get_one(ConversationRow, conversation)
        for name, value in values.items():
            setattr(row, name, value)
        session.add(row)


def test_the_brief_tells_why_the_bot_gave_up_and_what_the_customer_wrote(shop):
    customer = shop.customer()
    customer.asks("Where is my order? It should have come on Monday.")
    brief = brief_of(shop, customer)
    assert [each["text"] for each in brief["summary"]] == [
        "Where is my order?",
        "It should have come on Monday.",
    ]
    assert brief["understanding"]["handoff_reason"] == "The bot has not learned anything yet."
    assert brief["suggestions"] == []


def test_details_of_an_open_form_and_of_earlier_ones_are_shown(shop):
    customer = shop.customer()
    form = OpenForm("order", {"order": "LW123"})
    state = DialogState(details={"email": "kim@x.example"}, form=form)
    change(shop, customer.id, dialog=state_to_json(state))
    assert brief_of(shop, customer)["details"] == {"email": "kim@x.example", "order": "LW123"}


@pytest.mark.parametrize("signed_in", [True, False])
def test_earlier_conversations_are_shown_of_those_whose_identity_is_vouched_for(shop, signed_in):
    before, customer = shop.customer(), shop.customer()
    before.asks("Is the shop open on Sunday?")
    for each in (before, customer):
        known = {"customer_email": "kim@x.example", "signed_in": signed_in}
        change(shop, each.id, **known)
    earlier = brief_of(shop, customer)["earlier"]
    assert [each["asked"] for each in earlier] == ["Is the shop open on Sunday?"] * signed_in


def test_earlier_conversations_of_one_telegram_user_belong_together(shop):
    before, customer = shop.customer(), shop.customer()
    change(shop, before.id, customer_key="telegram:7")
    change(shop, customer.id, customer_key="telegram:7")
    assert [each["id"] for each in brief_of(shop, customer)["earlier"]] == [before.id]


def test_a_conversation_that_is_not_there_has_no_brief(shop):
    assert shop.person().get("conversations/none/brief").status_code == 404


def test_the_brief_tells_what_led_to_the_queue_and_not_what_was_said_in_it(shop):
    customer, ada = shop.customer(), shop.person()
    told = []
    for text in ("Where is my order?", "Hello?"):
        customer.asks(text)
        brief = ada.get(f"conversations/{customer.id}/brief").json()
        told.append(brief["understanding"]["because"])
    assert told == [["The bot has not learned anything yet."]] * 2


def test_ratings_of_the_conversation_are_shown_with_their_history(shop):
    customer = shop.customer()
    customer.asks("hello")
    for score, comment in ((1, "slow"), (4, None)):
        customer.post("rating", {"score": score, "comment": comment})
    shown = [(each["score"], each["comment"]) for each in brief_of(shop, customer)["ratings"]]
    assert shown == [(1, "slow"), (4, None)]


@pytest.mark.parametrize(
    ("answered", "left"), [(0, [1, 3, 5]), (1, [3, 5]), (4, [5]), (5, [5]), (9, [5])]
)
def test_suggestions_are_for_what_nobody_answered_yet(answered, left):
    said = [Said(seq, f"Question {seq}?") for seq in (1, 3, 5)]
    assert [each.seq for each in unanswered(said, answered)] == left


@pytest.fixture(scope="module")
def reads(prepared_home: Path) -> Iterator[Release]:
    settings = Settings.load(prepared_home, {})
    database = Database.open(settings.database_url)
    yield load_release(database, settings)
    database.close()


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["can I change the address?", "I want to talk to a person"], [0]),
        (["my bell is broken", "yes", "thank you", "Kann ich mit einem Menschen sprechen?"], [0]),
        (["我的铃坏了", "我要转人工"], [0]),
        (["I want to talk to a person"], [0]),
        (
            [
                "agent please",
                "I want to talk to a person about my broken bell, it fell off on day one",
            ],
            [1],
        ),
    ],
)
def test_suggestions_are_for_the_matter_and_not_for_the_call(reads, texts, kept):
    said = [Said(place, text) for place, text in enumerate(texts)]
    assert [each.seq for each in matters(said, reads)] == kept


def test_who_has_learned_nothing_tells_no_call_from_a_matter():
    said = [Said(1, "I want to talk to a person")]
    assert matters(said, RELEASE) == said


def test_what_the_bot_answered_is_read_no_more(shop):
    customer = shop.customer()
    with shop.services.database.write() as session:
        for seq, author, kind in ((901, "customer", ""), (902, "bot", "answer")):
            row = MessageRow(
                conversation_id=customer.id,
                seq=seq,
                author=author,
                text=f"Message {seq}",
                reply_to=[901] if author == "bot" else [],
                reasons={"kind": kind} if kind else None,
                sent_at=NOON,
            )
            session.add(row)
        session.flush()
        assert answered_up_to(session, customer.id) == 901
