"""Forms that editors define: opened, filled detail by detail, checked, and passed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from form_talk import BROKEN, DAMAGE, FIELDS, POLICY, STATUS, TALLY, TEMPLATES, Talk, field
from situations import HOURS, NOON, intent

from bot.dialog import (
    AnswerWith,
    Bearing,
    Degree,
    DialogState,
    FieldType,
    Form,
    Kind,
    Memory,
    Mode,
    OpenForm,
    OpeningHours,
    Option,
    PassOn,
    Priority,
    Route,
    Stage,
    Trust,
)
from knowledge.records import IntentId, TemplateId
from nlu import Act

LABELS = ["Frame", "Wheel"]


def labels(decision):
    return [each.label for each in decision.reply.buttons]


def opened() -> Talk:
    """A damage report whose order is known and whose part is asked for."""
    talk = Talk()
    talk.say("LW123 broke", sure=BROKEN)
    return talk


def to_be_checked() -> Talk:
    talk = opened()
    for said in ("wheel", "yesterday", "The rim is bent.", "skip"):
        talk.say(said)
    assert talk.state.form
    assert talk.state.form.stage is Stage.CHECKING
    return talk


def test_a_sure_answer_opens_the_form_for_its_intent_instead():
    decision = Talk().say("my bike broke", sure=BROKEN)
    assert decision.reply.text == "I'm sorry.\n\nThe order?"
    assert decision.templates == (BROKEN.id,)
    assert labels(decision) == ["Talk to a person"]


def test_a_sure_intent_opens_a_form_that_has_no_template():
    decision = Talk().say("count", intents=(intent("count", 0.9),))
    assert decision.reply.text == "The pieces?"
    assert decision.intents == tuple(TALLY.intents)


@pytest.mark.parametrize("name", ["else", "count"])
def test_another_or_an_unsure_intent_opens_nothing(name):
    probability = 0.9 if name == "else" else 0.5
    assert Talk().say("x", intents=(intent(name, probability),)).reply.kind is Kind.CLARIFY


def test_a_form_is_trusted_as_far_as_its_intent_whatever_a_detail_sounds_like():
    trust = Trust(intents={IntentId("count"): Degree(Mode.DRAFT)})
    form = OpenForm(name="tally", asking=("pieces",), asked=1)
    talk = Talk(replace(POLICY, trust=trust), state=DialogState(form=form))
    decision = talk.say("3", intents=(intent("else", 0.9),))
    assert decision.hand_off == "The bot only drafts here; a person decides what is said."
    assert decision.draft
    assert decision.draft.text == "The ridden?"


def test_each_detail_is_asked_for_by_itself_with_its_options():
    talk = Talk()
    talk.say("broken", sure=BROKEN)
    decision = talk.say("lw 123")
    assert decision.reply.text == "The part?"
    assert labels(decision) == [*LABELS, "Talk to a person"]
    assert talk.state.details == {"order": "LW-123"}


def test_many_options_are_listed_where_they_would_be_too_many_buttons():
    options = tuple(Option(f"o{number}") for number in range(9))
    fields = {**FIELDS, "part": field("part", FieldType.CHOICE, options=options)}
    talk = Talk(replace(POLICY, fields=fields))
    decision = talk.say("LW123", sure=BROKEN)
    assert "Possible answers: o0, o1," in decision.reply.text
    assert labels(decision) == ["Talk to a person"]


def test_yes_and_no_are_offered_and_heard_in_either_way():
    talk = Talk()
    talk.say("count", intents=(intent("count", 0.9),))
    decision = talk.say("3")
    assert labels(decision) == ["Yes", "No", "Talk to a person"]
    ended = talk.say("no")
    assert ended.hand_off == "The form “Count” is complete."
    assert ended.state.details == {"pieces": "3", "ridden": "no"}
    assert ended.reply.text.startswith("Thank you, that is all I need.")
    assert ended.route == Route()


def test_a_whole_report_is_passed_on_with_its_details():
    decision = to_be_checked().say("yes")
    assert decision.reply.kind is Kind.HANDOFF
    assert decision.reply.text == "Thanks, we look after LW-123 (Wheel)."
    assert decision.route == Route("workshop", Priority.HIGH)
    assert decision.state.form is None
    assert decision.state.details == {
        "order": "LW-123",
        "part": "wheel",
        "day": "2026-03-03",
        "what": "The rim is bent.",
    }


def test_the_summary_shows_everything_that_was_given():
    talk = opened()
    for said in ("wheel", "yesterday", "It is *bent*", "+31 20 123 4567"):
        decision = talk.say(said)
    assert decision.reply.text == (
        "**Damage report**\n\nPlease have a look whether this is right:\n"
        "- Order number: LW-123\n- part: Wheel\n- day: 2026-03-03\n- what: It is \\*bent\\*\n"
        "- phone: +31201234567\n\nIs everything right?"
    )
    assert labels(decision) == ["Yes, all correct", "No, change something", "Talk to a person"]


def test_a_long_text_is_cut_in_the_summary_and_whole_in_the_details():
    talk = opened()
    for said in ("wheel", "yesterday", "word " * 100, "skip"):
        decision = talk.say(said)
    assert "word …" in decision.reply.text
    assert talk.state.details["what"] == ("word " * 100).strip()


def test_outside_hours_the_form_ends_with_when_somebody_is_back():
    hours = OpeningHours(week={0: ((NOON.time(), NOON.replace(hour=13).time()),)})
    talk = Talk(replace(POLICY, hours=hours), state=to_be_checked().state)
    decision = talk.say("yes")
    assert decision.reply.kind is Kind.DECLINE
    assert decision.reply.text.startswith("Thanks, we look after LW-123")
    assert "2026-03-09" in decision.reply.text


def test_today_is_today_where_the_company_is():
    late = datetime(2026, 3, 4, 23, 30, tzinfo=ZoneInfo("UTC"))
    policy = replace(POLICY, hours=OpeningHours("Europe/Amsterdam"))
    talk = Talk(policy, now=late, state=opened().state)
    talk.state = replace(talk.state, form=replace(talk.state.form, asked_at=late))
    talk.say("wheel")
    talk.say("today")
    assert talk.state.details["day"] == "2026-03-05"


def test_what_is_wrong_with_an_answer_is_said_with_an_example():
    talk = Talk()
    talk.say("count", intents=(intent("count", 0.9),))
    assert talk.say("12").reply.text == "It can be 9 at most.\n\nThe pieces?"
    talk = Talk()
    talk.say("broken", sure=BROKEN)
    again = talk.say("hm")
    assert again.reply.text == (
        "I couldn't find that in your message.\n\nThe order?\nFor example: LW-123"
    )


def test_two_order_numbers_are_not_chosen_from():
    talk = Talk()
    talk.say("broken", sure=BROKEN)
    assert talk.say("LW123 or LW124").reply.text.startswith("I see more than one there.")


def test_the_editors_own_words_say_what_is_wrong():
    talk = opened()
    talk.say("wheel")
    assert talk.say("tomorrow").reply.text == "It has to be a past day.\n\nThe day?"


def test_a_detail_asked_for_twice_in_vain_brings_a_person_with_what_there_is():
    talk = opened()
    talk.say("dunno")
    decision = talk.say("hm")
    assert decision.hand_off == "The details were asked for twice in vain."
    assert decision.route == Route("workshop", Priority.HIGH)
    assert decision.state.details == {"order": "LW-123"}
    assert decision.state.form is None


def test_an_optional_detail_is_passed_over_after_two_attempts():
    talk = opened()
    for said in ("wheel", "yesterday", "The rim is bent."):
        decision = talk.say(said)
    assert "Skip" in labels(decision)
    talk.say("hm")
    assert "Is everything right?" in talk.say("hm").reply.text


@pytest.mark.parametrize("said", ["Skip", "no", "I don't have one"])
def test_an_optional_detail_is_passed_over_by_button_or_words(said):
    talk = opened()
    for each in ("wheel", "yesterday", "The rim is bent."):
        talk.say(each)
    assert "Is everything right?" in talk.say(said, act=Act.CANCEL).reply.text


def test_a_detail_that_is_needed_is_not_passed_over():
    decision = opened().say("skip", act=Act.CANCEL)
    assert decision.reply.text.endswith("The part?")


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("yes", {}),
        ("no", {}),
        ("skip", {}),
        ("cancelled", {"act": Act.GREETING}),
        ("what now?", {}),
        ("!!!", {}),
        ("how do I return it", {"sure": BROKEN}),
    ],
)
def test_a_free_text_is_never_a_yes_a_pleasantry_or_a_question(said, more):
    talk = opened()
    talk.say("wheel")
    talk.say("yesterday")
    talk.say(said, **more)
    assert "what" not in talk.state.details


def test_a_sentence_that_begins_with_no_is_an_answer():
    talk = opened()
    for said in ("wheel", "yesterday", "No brakes at all any more"):
        talk.say(said)
    assert talk.state.details["what"] == "No brakes at all any more"


def test_a_free_text_may_speak_of_what_has_a_sure_answer():
    talk = opened()
    talk.say("wheel")
    talk.say("yesterday")
    talk.say("The opening is stuck", sure=HOURS)
    assert talk.state.details["what"] == "The opening is stuck"


def test_a_long_text_that_speaks_of_cancelling_is_no_cancelling():
    talk = opened()
    talk.say("wheel")
    talk.say("yesterday")
    long = "it came bent and I would rather cancel the whole order than wait again for weeks"
    talk.say(long, act=Act.CANCEL)
    assert talk.state.details["what"] == long


def test_a_burst_gives_several_details_and_each_goes_to_its_own_field():
    talk = Talk(replace(POLICY, forms={"f": replace(DAMAGE, name="f", fields=("what", "order"))}))
    talk.say("broken", sure=BROKEN)
    talk.say("Rim bent", "LW123")
    assert talk.state.details == {"what": "Rim bent", "order": "LW-123"}


def test_a_short_answer_beside_a_found_value_is_the_rest_alone():
    talk = Talk(replace(POLICY, forms={"f": replace(DAMAGE, name="f", fields=("what", "order"))}))
    talk.say("broken", sure=BROKEN)
    talk.say("Bent rim, LW123")
    assert talk.state.details == {"what": "Bent rim", "order": "LW-123"}


def test_of_two_fields_that_look_alike_only_the_one_asked_for_takes_a_value():
    form = Form(
        "mails", {"en": "Mails"}, ("email", "other"), PassOn(), templates=frozenset({BROKEN.id})
    )
    fields = {**FIELDS, "other": field("other", FieldType.EMAIL)}
    talk = Talk(replace(POLICY, fields=fields, forms={"mails": form}))
    assert talk.say("broken, a@b.nl", sure=BROKEN).reply.text == "The email?"
    talk.say("a@b.nl")
    talk.say("c@d.nl")
    assert talk.state.details == {"email": "a@b.nl", "other": "c@d.nl"}


def test_a_question_does_not_replace_what_was_given():
    talk = opened()
    talk.say("Is LW999 yours?")
    assert talk.state.details == {"order": "LW-123"}


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("no, the e-mail is wrong", None),
        ("no, the date is wrong", "The day?"),
        ("change the order number please", "The order?"),
        ("the what is wrong", "The what?"),
        ("the phone is missing, change it", "The phone?"),
    ],
)
def test_a_single_detail_can_be_changed(said, asked):
    decision = to_be_checked().say(said)
    assert decision.reply.text == (asked or "Which of these is wrong?")


@pytest.mark.parametrize("bearing", Bearing)
def test_what_is_said_to_a_forms_question_is_the_forms_to_hear(bearing):
    talk = to_be_checked()
    memory = Memory("x", (), (HOURS.id, STATUS.id), "f")
    talk.state = replace(talk.state, memory=memory, clarified=True)
    assert talk.say("no, the date is wrong", bearing=bearing).reply.text == "The day?"


def test_a_change_may_bring_the_new_value_with_it():
    talk = to_be_checked()
    assert "- part: Frame" in talk.say("change the part to frame").reply.text
    assert "- day: 2026-03-02" in talk.say("the date is wrong, it was last monday").reply.text
    assert "- Order number: LW-999" in talk.say("no, it is LW999").reply.text
    assert "LW-999" in talk.say("yes, LW999").reply.text


def test_a_no_asks_which_detail_and_takes_its_name():
    talk = to_be_checked()
    which = talk.say("no")
    assert labels(which) == ["Order number", "part", "day", "what", "phone", "Talk to a person"]
    assert talk.say("part").reply.text == "The part?"
    assert "- part: Frame" in talk.say("frame").reply.text


def test_of_a_long_form_every_detail_is_offered_as_what_is_wrong():
    names = [f"detail {number}" for number in range(1, 13)]
    fields = {each: field(each, FieldType.YES_NO) for each in names}
    form = replace(DAMAGE, fields=tuple(names), optional=frozenset())
    talk = Talk(replace(POLICY, fields=fields, forms={"damage": form}))
    talk.say("broken", sure=BROKEN)
    for _ in names:
        talk.say("yes")
    which = talk.say("no")
    assert labels(which)[:8] == names[:8]
    assert which.reply.text.endswith(": detail 9, detail 10, detail 11, detail 12")
    assert talk.say("detail 12").reply.text == "The detail 12?"


def test_a_yes_to_which_one_shows_the_summary_again():
    talk = to_be_checked()
    talk.say("no")
    assert "Is everything right?" in talk.say("yes").reply.text


def test_yes_the_part_is_right_is_a_yes():
    assert to_be_checked().say("yes, the part is right").hand_off


def test_checking_without_end_brings_a_person():
    talk = to_be_checked()
    for _ in range(5):
        decision = talk.say("hm")
    assert "Is everything right?" in decision.reply.text
    assert talk.say("hm").hand_off == "The customer keeps changing the details."


def test_a_question_in_the_check_is_answered_honestly():
    text = to_be_checked().say("do you sell tents?").reply.text
    assert text.startswith("I have no sure answer to that")
    assert text.endswith("Is everything right?")


@pytest.mark.parametrize("act", [Act.AFFIRM, Act.DENY])
def test_a_model_may_hear_yes_and_no_as_well(act):
    decision = to_be_checked().say("aye", act=act)
    assert bool(decision.hand_off) == (act is Act.AFFIRM)


def test_cancelling_drops_the_form_and_says_so():
    decision = opened().say("never mind")
    assert "“Damage report” is dropped" in decision.reply.text
    assert decision.state.form is None
    assert decision.hand_off is None


def test_a_person_gets_the_details_collected_so_far():
    decision = opened().say("a human!", act=Act.HUMAN)
    assert decision.hand_off
    assert decision.state.form is None
    assert decision.state.details == {"order": "LW-123"}


def test_a_detail_given_before_is_not_asked_for_again():
    talk = Talk(state=DialogState(details={"order": "LW-123", "day": "2026-01-01", "gone": "x"}))
    talk.say("broken", sure=BROKEN)
    assert talk.state.form
    assert talk.state.form.collected == {"order": "LW-123"}


def test_a_form_left_for_half_a_day_is_not_carried_on():
    talk = opened()
    talk.now = NOON + timedelta(hours=12, minutes=1)
    assert talk.say("wheel").reply.kind is Kind.CLARIFY
    assert talk.state.form is None
    assert talk.state.details == {"order": "LW-123"}


def test_a_form_that_the_operator_removed_is_dropped_and_the_one_under_it_stays():
    under = OpenForm(BROKEN.id, {"order": "LW-123"}, name="damage", asking=("part", "old"))
    talk = Talk(state=DialogState(form=OpenForm(name="gone", under=under)))
    assert talk.say("wheel").reply.text == "The day?"


def test_a_form_with_everything_in_it_goes_on_though_nothing_was_asked():
    form = OpenForm(name="tally", collected={"pieces": "1", "ridden": "no"})
    assert Talk(state=DialogState(form=form)).say("hm").hand_off


def test_a_form_whose_answer_was_retired_brings_a_person():
    form = replace(TALLY, then=AnswerWith(TemplateId("gone")), fields=("pieces",))
    talk = Talk(replace(POLICY, forms={"tally": form}))
    talk.say("count", intents=(intent("count", 0.9),))
    assert talk.say("3").hand_off == "The form's answer is not in service."


@pytest.mark.parametrize("then", [PassOn("", {"en": "{{ nowhere }}"}), AnswerWith(STATUS.id)])
def test_a_place_that_the_form_does_not_fill_brings_a_person(then):
    form = replace(TALLY, then=then, fields=("pieces",))
    talk = Talk(replace(POLICY, forms={"tally": form}), templates=TEMPLATES)
    talk.say("count", intents=(intent("count", 0.9),))
    decision = talk.say("3")
    assert decision.hand_off == "The answer needs details that the form does not ask for."
    assert "{{" not in decision.reply.text


def test_a_form_waits_in_the_queue_of_its_intents_where_it_names_none():
    form = replace(TALLY, intents=frozenset(POLICY.queues[0].intents))
    talk = Talk(replace(POLICY, forms={"tally": form}))
    talk.say("count", intents=(intent("else", 0.9),))
    talk.say("3")
    assert talk.say("yes").route == Route("workshop", Priority.HIGH)


def test_a_queue_that_was_removed_leaves_the_form_to_everybody():
    talk = Talk(replace(POLICY, queues=()), state=to_be_checked().state)
    assert talk.say("yes").route == Route()


def test_a_form_for_a_parent_opens_for_what_stands_under_it():
    kinds = (intent("count/cars", 0.5), intent("count/carts", 0.4))
    assert Talk().say("x", intents=kinds).reply.kind is Kind.ASK
    assert Talk().say("x", intents=(intent("count/cars", 0.5),)).reply.kind is Kind.CLARIFY


def test_a_form_for_a_parent_opens_where_an_answer_under_it_is_sure():
    under = replace(HOURS, intents=(IntentId("count/cars"),))
    talk = Talk(templates={**TEMPLATES, under.id: under})
    assert talk.say("x", sure=under).reply.kind is Kind.ASK
