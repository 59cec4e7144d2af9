"""What holds for every turn that can be made up."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from situations import POLICY, TEMPLATES, candidate, composed, intent, turn

from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import (
    AttachmentView,
    Bearing,
    ButtonAction,
    CustomerMessage,
    Decision,
    DialogState,
    FollowUp,
    Kind,
    LookupOutcome,
    Memory,
    NeedsLookup,
    OpenForm,
    Reading,
    Stage,
    Turn,
    decide,
)
from bot.dialog.phrases import PHRASES, phrase
from nlu import Act

few = settings(max_examples=40)
probabilities = st.floats(0, 1)
texts = st.sampled_from(["hm", "LW123", "a@b.c", "LW123 a@b.c", "my lawyer", "\u202e\x1b{{ x }}"])
templates = st.sampled_from(list(TEMPLATES.values()))
languages = st.sampled_from(["en", "de", "zh-Hans", "zh", "fr", "x-klingon", ""])
actions = st.one_of(
    st.none(),
    st.builds(ButtonAction, template=st.sampled_from([*TEMPLATES, "gone"])),
    st.builds(ButtonAction, text=texts),
    st.just(ButtonAction(human=True)),
)
forms = st.builds(
    OpenForm,
    template=st.sampled_from([*TEMPLATES, "gone"]),
    stage=st.sampled_from(Stage),
    collected=st.dictionaries(st.sampled_from(["order", "email"]), texts),
    asked=st.integers(0, 3),
)
some = st.lists(st.sampled_from([*TEMPLATES, "gone"]), max_size=3, unique=True).map(tuple)
memories = st.builds(Memory, asked=texts, said=some, offered=some, fingerprint=texts)
states = st.builds(
    DialogState,
    disclosed=st.booleans(),
    clarified=st.booleans(),
    form=st.none() | forms,
    memory=memories,
)
families = st.sampled_from(["image", "audio", "video", "document"])
files = st.lists(st.builds(AttachmentView, texts, families), max_size=2).map(tuple)
lookups = st.none() | st.builds(
    LookupOutcome,
    values=st.none() | st.dictionaries(st.sampled_from(["status", "order"]), texts),
    failed=st.booleans(),
)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    found = draw(st.lists(st.builds(candidate, templates, probabilities), max_size=4))
    known = composed("One.", "- Two.") if draw(st.booleans()) else {}
    return Reading(
        text=draw(texts),
        language=draw(languages),
        act=draw(st.none() | st.sampled_from(Act)),
        intents=tuple(draw(st.lists(st.builds(intent, st.just("legal"), probabilities)))),
        templates=tuple(sorted(found, key=lambda each: -each.probability)),
        asks=draw(st.booleans()),
        stands_alone=draw(st.booleans()),
        **{**known, "answerability": draw(probabilities)},
    )


follow_ups = st.none() | st.builds(
    FollowUp,
    text=texts,
    reading=readings(),
    loosely=st.booleans(),
    replaced=st.booleans(),
    on_topic=st.booleans(),
    asked=texts,
)


@st.composite
def turns(draw: st.DrawFn) -> Turn:
    messages = st.builds(CustomerMessage, st.integers(1, 9), texts | st.just(""), actions, files)
    facts = draw(st.dictionaries(st.sampled_from(["status", "order", "customer_name"]), texts))
    asked = turn(
        draw(readings()),
        state=draw(states),
        lookup=draw(lookups),
        messages=tuple(draw(st.lists(messages, min_size=1, max_size=3))),
        parts=tuple(draw(st.lists(readings(), max_size=3))),
        waiting=draw(st.booleans()),
        facts=facts,
    )
    return replace(
        asked, follow_up=draw(follow_ups), bearing=draw(st.none() | st.sampled_from(Bearing))
    )


@few
@given(turns())
def test_every_turn_ends_with_a_reply_or_a_lookup(asked):
    outcome = decide(asked)
    if isinstance(outcome, NeedsLookup):
        assert asked.situation.lookup is None
        assert outcome.request.name in POLICY.lookups
    else:
        assert outcome.reply.text.strip()
        assert outcome.reply.reasons.because
        assert outcome.reply.kind is outcome.reply.reasons.kind


@few
@given(turns())
def test_the_same_turn_is_decided_the_same_way(asked):
    assert decide(asked) == decide(asked)


@few
@given(turns(), lookups.filter(lambda outcome: outcome is not None))
def test_one_lookup_is_always_enough(asked, outcome):
    answered = replace(asked, situation=replace(asked.situation, lookup=outcome))
    assert isinstance(decide(answered), Decision)


@few
@given(turns())
def test_whoever_asks_for_a_person_gets_nothing_else(asked):
    urgent = replace(asked.reading, act=Act.HUMAN)
    waiting = replace(asked.situation, waiting=False)
    outcome = decide(replace(asked, reading=urgent, situation=waiting))
    assert isinstance(outcome, Decision)
    assert outcome.hand_off
    assert outcome.reply.kind is Kind.HANDOFF


@few
@given(st.lists(turns(), min_size=2, max_size=4))
def test_it_never_asks_back_twice_running(asked):
    state, last = DialogState(), None
    for each in asked:
        outcome = decide(replace(each, state=state))
        if isinstance(outcome, Decision):
            assert not (last is Kind.CLARIFY and outcome.reply.kind is Kind.CLARIFY)
            state, last = outcome.state, outcome.reply.kind


@few
@given(turns())
def test_no_more_than_three_buttons_stand_under_a_question_back(asked):
    outcome = decide(asked)
    if isinstance(outcome, Decision) and outcome.reply.kind is Kind.CLARIFY:
        assert 1 <= len(outcome.reply.buttons) <= 3


@few
@given(turns())
def test_a_place_is_never_sent_unfilled(asked):
    outcome = decide(asked)
    given = {*asked.situation.facts.values(), *(each.text for each in asked.messages)}
    values = asked.situation.lookup and asked.situation.lookup.values
    collected = asked.state.form.collected if asked.state.form else {}
    given |= {*(values or {}).values(), *collected.values()}
    if isinstance(outcome, Decision) and not any("{{" in text for text in given):
        assert "{{" not in outcome.reply.text


@few
@given(turns())
def test_nothing_is_composed_without_sources(asked):
    outcome = decide(asked)
    if isinstance(outcome, Decision) and outcome.reply.kind is Kind.COMPOSE:
        assert outcome.reply.sources


@few
@given(turns())
def test_a_follow_up_is_never_answered_with_the_words_just_said(asked):
    leaning = replace(asked, parts=(), state=replace(asked.state, form=None, clarified=False))
    leaning = replace(leaning, messages=(CustomerMessage(1, "hm"),))
    first = decide(leaning)
    if isinstance(first, Decision) and asked.follow_up and not asked.follow_up.loosely:
        second = decide(replace(leaning, state=first.state))
        if isinstance(second, Decision) and second.reply.kind is Kind.COMPOSE:
            assert second.reply.text != first.reply.text


@few
@given(turns())
def test_the_state_survives_being_stored(asked):
    outcome = decide(asked)
    if isinstance(outcome, Decision):
        stored = json.loads(json.dumps(state_to_json(outcome.state)))
        assert state_from_json(stored) == outcome.state


def test_a_state_stored_by_an_older_version_takes_the_defaults():
    assert state_from_json({}) == DialogState()
    assert state_from_json({"disclosed": True, "memory": None}) == DialogState(disclosed=True)


@few
@given(turns())
def test_a_file_is_never_passed_over_nor_taken_for_seen(asked):
    outcome = decide(asked)
    sent = [file for message in asked.messages for file in message.attachments]
    if isinstance(outcome, Decision) and not asked.situation.waiting:
        keys = [key for key in PHRASES["en"] if key.startswith("attachment")]
        honest = [phrase(key, asked.language) for key in keys]
        assert any(outcome.reply.text.startswith(each) for each in honest) == bool(sent)
