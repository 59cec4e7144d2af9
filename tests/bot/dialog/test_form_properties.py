"""What holds for every conversation with forms that can be made up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from form_talk import BROKEN, DAMAGE, DUE, POLICY, STATUS, TALLY, TRACKING, Talk
from hypothesis import given, settings
from hypothesis import strategies as st
from situations import HOURS, intent

from bot.conversations.serialised import state_from_json, state_to_json
from bot.dialog import Kind, LookupOutcome
from nlu import Act

SECRET = "4711 swans"
LONGEST = 60
"""Messages after which no form may be open any more that has not ended in between."""
said = st.one_of(
    st.sampled_from([
        "LW-123", "LW-999", "a@b.nl", "x@y.nl", "LW-123 a@b.nl", "LW-999 x@y.nl", "lw123, a@b.nl",
        "yesterday", "3/4/2026", "31 February", "wheel", "frame and wheel", "3", "12", "yes", "no",
        "skip", "no, the date is wrong", "change the part", "the e-mail is wrong", "{{ status }}",
        "The rim is bent.", "*bold* <b> [x](y)", "when are you open?", "do you sell tents?",
        "\u202e", "", "   ", "是的", "不对", "never mind", "+31 20 123 4567",
    ]),
    st.text(max_size=30),
)  # fmt: skip
sure = st.sampled_from([None, None, None, None, BROKEN, STATUS, DUE, HOURS])
acts = st.sampled_from(
    [None, None, None, None, Act.GREETING, Act.THANKS, Act.GOODBYE, Act.IDENTITY]
)
languages = st.sampled_from(["en", "en", "de", "zh-Hans", "x-klingon"])
identities = st.sampled_from([{}, {"email": "a@b.nl"}, {"email": "x@y.nl", "customer_id": "7"}])
turns = st.tuples(st.lists(said, min_size=1, max_size=3), sure, acts, languages, st.booleans())
forms = st.fixed_dictionaries(
    {
        "damage": st.sampled_from([DAMAGE, replace(DAMAGE, confirm=False)]),
        "tracking": st.sampled_from([TRACKING, replace(TRACKING, confirm=True)]),
        "tally": st.just(TALLY),
    }
)


def swans(request):
    """The order service, whose every word is secret."""
    fits = dict(request.inputs) == {"order": "LW-123", "email": "a@b.nl"}
    return LookupOutcome({"status": SECRET} if fits else None)


def say(talk, turn):
    texts, best, act, language, counts = turn
    more = {"intents": (intent("count", 0.95),)} if counts and best is None else {}
    return talk.say(*texts, sure=best, act=act, language=language, **more)


@settings(max_examples=300, deadline=None)
@given(st.lists(turns, min_size=1, max_size=12), identities, forms)
def test_account_values_appear_to_whoever_gave_both_details_or_is_signed_in(said, who, forms):
    talk = Talk(replace(POLICY, forms=forms), look_up=swans, identity=who)
    told = ""
    for each in said:
        reply = say(talk, each).reply
        told += "\n".join(each[0]).lower() + "\n"
        assert "{{" not in reply.text
        assert reply.text.strip()
        if SECRET in reply.text:
            assert re.search(r"lw[ -]?123", told)
            assert who.get("email", "a@b.nl") == "a@b.nl"
            assert who or "a@b.nl" in told


@settings(max_examples=150, deadline=None)
@given(st.lists(turns, min_size=LONGEST, max_size=LONGEST), forms)
def test_every_form_ends_however_long_the_customer_goes_on(said, forms):
    talk = Talk(replace(POLICY, forms=forms), look_up=swans)
    talk.say("broken", sure=BROKEN)
    first, ends = talk.state.form, 0
    for texts, _, act, language, _ in said:
        decision = talk.say(*texts, act=act, language=language)
        ends += decision.state.form is None
    assert first is not None
    assert ends


@settings(max_examples=150, deadline=None)
@given(st.lists(turns, max_size=12), forms)
def test_no_value_is_made_up(said, forms):
    talk = Talk(replace(POLICY, forms=forms), look_up=swans)
    for each in said:
        say(talk, each)
        form = talk.state.form
        for name in form.collected if form else ():
            assert name in {"order", "email", "part", "day", "what", "phone", "pieces", "ridden"}
    for name in ("order", "email"):
        value = talk.state.details.get(name, "")
        told = "\n".join(text for each in said for text in each[0]).lower()
        letters = re.sub(r"[^a-z0-9@.]", "", value.lower())
        assert letters in re.sub(r"[^a-z0-9@.]", "", told)


@settings(max_examples=100, deadline=None)
@given(st.lists(turns, max_size=10), identities)
def test_a_restart_between_any_two_turns_changes_nothing(said, who):
    kept, restarted = Talk(look_up=swans, identity=who), Talk(look_up=swans, identity=who)
    for minutes, each in enumerate(said):
        kept.now = restarted.now = kept.now + timedelta(minutes=minutes)
        assert say(kept, each) == say(restarted, each)
        restarted.state = state_from_json(state_to_json(restarted.state))
        assert restarted.state == kept.state


@settings(max_examples=100, deadline=None)
@given(st.lists(turns, max_size=10))
def test_two_forms_are_open_at_most_and_a_person_gets_them_without_any(said):
    talk = Talk(look_up=swans)
    for each in said:
        decision = say(talk, each)
        form = decision.state.form
        assert form is None or form.under is None or form.under.under is None
        assert not (decision.hand_off and form)
        assert decision.reply.kind is not Kind.ASK or decision.reply.buttons
