"""An agent writes what should have been said: it waits, is taken by an editor, can be forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select
from teaching import answer_of

from bot.content.learned import accept_all, training_examples
from bot.content.templates import all_templates, get_template, update_template
from bot.learning.candidates import waiting_candidates
from bot.learning.correcting import Correction, correct
from bot.learning.deciding import (
    UnknownCandidateError,
    accept,
    accept_safe,
    accept_what_the_team_said,
    reject,
)
from bot.learning.drafting import NothingWordedError, WordsTaken, draft_answer
from bot.learning.forgetting import forget_conversations
from bot.store.tables import EvidenceRow, TemplateVersionRow
from knowledge import IntentId, TemplateId, TemplateState

ADA, EVE = "ada@shop.example", "eve@shop.example"
VANE = "the weather vane on my roof is squeaking"
OIL = "A drop of oil a year keeps it quiet; mail us at oil@shop.example for some."


@pytest.fixture
def wrong(room):
    """A conversation in which the bot answered wrongly, and the number of its reply."""
    conversation = room.asks(VANE, answer_of("t_login"))
    return conversation, room.messages(conversation, "bot")[-1].seq


def told(room, wrong, **right):
    return correct(room.database, Correction(*wrong, **right), room.later(), ADA)


def waiting(room):
    room.gather()
    return waiting_candidates(room.database)


def drafted(room, wrong):
    told(room, wrong, words=OIL)
    (candidate,) = waiting(room)
    return draft_answer(room.database, WordsTaken(candidate.id, *wrong), room.later(), EVE)


def test_words_wait_with_the_question_their_author_and_the_moment(room, wrong):
    said = room.now
    told(room, wrong, words=OIL)
    (found,) = waiting(room)
    (worded,) = found.worded
    assert (found.text, found.against, found.answer) == (VANE, ("t_login",), None)
    assert (worded.by, worded.conversation, worded.seq) == (ADA, *wrong)
    assert worded.at == said + timedelta(seconds=1)
    assert worded.text == OIL.replace("oil@shop.example", "[email]")


def test_words_teach_nothing_and_are_accepted_by_nobody_unread(room, wrong):
    told(room, wrong, words=OIL)
    used = room.asks(VANE)
    room.answered(
        used,
        room.agent(),
        "Parcels arrive within three working days, and you get a link to follow them.",
        suggestion="t_delivery",
    )
    (found,) = waiting(room)
    assert not found.safe
    assert accept_what_the_team_said(room.database, room.now) == 0
    assert accept_safe(room.database, room.now, EVE) == 0
    assert training_examples(room.database) == []
    assert len(all_templates(room.database)) == 3


def test_the_last_word_about_a_reply_counts(room, wrong):
    told(room, wrong, intent=IntentId("refund"))
    told(room, wrong, words="first try")
    assert training_examples(room.database) == []
    told(room, wrong, words=OIL)
    assert [each.text.partition(";")[0] for each in waiting(room)[0].worded] == [
        OIL.partition(";")[0]
    ]
    told(room, wrong, intent=IntentId("refund"))
    assert training_examples(room.database) == [(VANE, "refund")]
    assert waiting(room) == []


def test_words_of_one_leave_what_another_reply_taught(room, wrong):
    told(room, wrong, intent=IntentId("refund"))
    again = room.asks(VANE, answer_of("t_login"))
    told(room, (again, room.messages(again, "bot")[-1].seq), intent=IntentId("refund"))
    told(room, wrong, words=OIL)
    assert training_examples(room.database) == [(VANE, "refund")]


def test_words_about_a_question_that_was_decided_wait_again(room, wrong):
    told(room, wrong, words="first try")
    reject(room.database, waiting(room)[0].id, room.later(), EVE)
    assert waiting(room) == []
    told(room, wrong, words=OIL)
    assert len(waiting(room)) == 1


def test_words_that_were_decided_about_stay_decided_when_the_question_comes_back(room, wrong):
    told(room, wrong, words=OIL)
    accept(room.database, waiting(room)[0].id, IntentId("refund"), room.later(), EVE)
    again = room.asks(VANE, answer_of("t_refund"))
    room.thumbs(again, helpful=False)
    (found,) = waiting(room)
    assert found.worded == ()
    with pytest.raises(NothingWordedError):
        draft_answer(room.database, WordsTaken(found.id, *wrong), room.now, EVE)


def test_an_editor_makes_them_a_draft_that_is_accepted_only_by_reading_it(room, wrong):
    template = drafted(room, wrong)
    stored = get_template(room.database, template)
    assert stored.template.state is TemplateState.DRAFT
    assert stored.template.examples == (VANE,)
    assert stored.template.texts == {"en": OIL.replace("oil@shop.example", "[email]")}
    assert stored.evidence["agents"] == [ADA]
    assert waiting(room) == []
    assert accept_all(room.database, room.now) == (0, 1)
    assert get_template(room.database, template).template.state is TemplateState.DRAFT


def test_chinese_words_are_a_chinese_text(room, wrong):
    told(room, wrong, words="每年滴一滴油就不响了。")
    (candidate,) = waiting(room)
    template = draft_answer(room.database, WordsTaken(candidate.id, *wrong), room.now, EVE)
    assert list(get_template(room.database, template).template.texts) == ["zh-Hans"]


def test_what_a_colleague_took_already_is_not_drafted_twice(room, wrong):
    told(room, wrong, words=OIL)
    taken = WordsTaken(waiting(room)[0].id, *wrong)
    draft_answer(room.database, taken, room.now, EVE)
    with pytest.raises(NothingWordedError):
        draft_answer(room.database, taken, room.now, EVE)
    with pytest.raises(UnknownCandidateError):
        draft_answer(room.database, WordsTaken("none", *wrong), room.now, EVE)


def test_the_question_is_an_example_of_the_new_answer_alone(room, wrong):
    told(room, wrong, intent=IntentId("login"))
    again = room.asks(VANE, answer_of("t_login"))
    reply = (again, room.messages(again, "bot")[-1].seq)
    told(room, reply, words=OIL)
    (candidate,) = waiting(room)
    draft_answer(room.database, WordsTaken(candidate.id, *reply), room.later(), EVE)
    assert training_examples(room.database) == []


def forget(room, conversation):
    with room.database.write() as session:
        forget_conversations(session, room.home, {conversation}, room.later())


def test_an_erased_customers_words_and_draft_are_gone(room, wrong, tmp_path):
    room.home = tmp_path
    template = drafted(room, wrong)
    forget(room, wrong[0])
    with room.database.read() as session:
        assert session.exec(select(EvidenceRow)).all() == []
        versions = select(TemplateVersionRow).where(TemplateVersionRow.template_id == template)
        assert session.exec(versions).all() == []
    assert template not in [each.template.id for each in all_templates(room.database)]


def test_an_answer_that_was_put_live_stays_without_the_erased_customers_question(
    room, wrong, tmp_path
):
    room.home = tmp_path
    template = drafted(room, wrong)
    held = accept_live(room, template)
    forget(room, wrong[0])
    stored = get_template(room.database, template)
    assert (held, stored.template.examples) == ((VANE,), ())
    assert stored.template.state is TemplateState.LIVE


def accept_live(room, template: TemplateId) -> tuple[str, ...]:
    found = get_template(room.database, template).template
    live = replace(found, state=TemplateState.LIVE)
    return update_template(room.database, live, None, (), room.later(), EVE).template.examples
