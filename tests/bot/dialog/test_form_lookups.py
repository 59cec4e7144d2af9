"""Lookups of forms: who is told what, and that a miss tells nothing."""

from __future__ import annotations

from dataclasses import replace

from form_talk import FIELDS, ORDERS, POLICY, STATUS, TALLY, TRACKING, Talk, field
from situations import HOURS, intent

from bot.dialog import (
    AnswerWith,
    DialogState,
    FieldType,
    Form,
    Kind,
    Lookup,
    LookupOutcome,
    PassOn,
    Policy,
)
from bot.dialog.handing_over import RULE_FOR_CUSTOMER
from knowledge.records import AnswerTemplate, TemplateId

NOTHING = "I couldn't find anything that matches these details."
GREET = AnswerTemplate(TemplateId("greet"), "Greeting", {"en": "Dear {{ nick }}."})
SHOP = AnswerTemplate(TemplateId("shop"), "Shop", {"en": "Near {{ place }}: {{ shop }}."})


def test_values_are_shown_to_whoever_gives_number_and_address():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    decision = talk.say("lw 123", "A@B.NL")
    assert decision.reply.text == "LW-123 for a@b.nl: on its \\*way\\*"
    assert talk.asked[0].inputs == {"order": "LW-123", "email": "a@b.nl"}
    assert decision.state.form is None


def test_an_unknown_order_and_a_wrong_address_look_the_same():
    replies = []
    for said in ("LW-999 a@b.nl", "LW-123 x@y.nl"):
        talk = Talk()
        talk.say("order?", sure=STATUS)
        decision = talk.say(said)
        shown = decision.reply.text, decision.reply.buttons
        replies.append((shown, decision.state.missed, decision.state.details))
    assert replies[0] == replies[1]
    assert replies[0][0][0].startswith(NOTHING)


def test_one_half_can_be_mended():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    assert "on its" in talk.say("sorry, LW-123").reply.text


def test_a_second_miss_brings_a_person_with_what_was_tried():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    decision = talk.say("LW-998")
    assert decision.hand_off == "Nothing matched the details given."
    assert decision.state.details == {"order": "LW-998", "email": "a@b.nl"}


def test_whoever_guessed_too_often_is_not_looked_up_again():
    talk = Talk(state=DialogState(missed=2))
    talk.say("order?", sure=STATUS)
    decision = talk.say("LW-123 a@b.nl")
    assert decision.hand_off == "Earlier details matched nothing too often."
    assert talk.asked == []


def test_saying_nothing_new_after_a_miss_brings_a_person_in_the_end():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    assert talk.say("hm").reply.text.startswith(NOTHING)
    assert talk.say("hm").hand_off == "The details were asked for twice in vain."


def test_a_miss_survives_a_digression():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    text = talk.say("open?", sure=HOURS).reply.text
    assert text.startswith("We open at nine.")
    assert NOTHING in text


def test_details_that_matched_nothing_are_not_used_again():
    talk = Talk()
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    talk.say("never mind")
    assert talk.state.details == {}


def test_a_service_that_fails_brings_a_person():
    talk = Talk(look_up=lambda _: LookupOutcome(failed=True))
    talk.say("order?", sure=STATUS)
    decision = talk.say("LW-123 a@b.nl")
    assert decision.hand_off == "The lookup “orders” gave no answer."
    assert decision.reply.text.startswith("I can't look that up at the moment")


def test_people_are_told_what_the_service_did():
    failed = Talk(look_up=lambda _: LookupOutcome(failed=True, because="it is out of order"))
    failed.say("order?", sure=STATUS)
    told = "The lookup “orders” gave no answer: it is out of order."
    assert failed.say("LW-123 a@b.nl").hand_off == told
    missed = Talk(look_up=lambda _: LookupOutcome(because="it is about another order"))
    missed.say("order?", sure=STATUS)
    missed.say("LW-123 a@b.nl")
    told = "Nothing matched the details given: it is about another order."
    assert missed.say("LW-124 a@b.nl").hand_off == told


def test_a_service_that_leaves_something_out_brings_a_person():
    talk = Talk(look_up=lambda _: LookupOutcome({}))
    talk.say("order?", sure=STATUS)
    assert talk.say("LW-123 a@b.nl").hand_off == "The lookup “orders” left details out."


def test_a_signed_in_customer_is_never_asked_for_the_address():
    talk = Talk(identity={"email": "a@b.nl"})
    assert talk.say("order?", sure=STATUS).reply.text == "The order?"
    assert "on its" in talk.say("LW-123").reply.text
    assert talk.state.details == {"order": "LW-123"}


def test_nothing_that_is_written_replaces_what_a_sign_in_proves():
    talk = Talk(identity={"email": "x@y.nl"})
    talk.say("order?", sure=STATUS)
    assert talk.say("LW-123 a@b.nl").reply.text.startswith(NOTHING)
    assert talk.asked[0].inputs["email"] == "x@y.nl"
    assert "a@b.nl" not in {*talk.state.details.values(), *talk.state.form.collected.values()}


def test_a_sign_in_proves_more_than_what_was_written_before_it():
    talk = Talk()
    talk.say("order? I am a@b.nl", sure=STATUS)
    signed_in = Talk(identity={"email": "x@y.nl"}, state=talk.state)
    assert signed_in.say("LW-123").reply.text.startswith(NOTHING)
    assert signed_in.asked[0].inputs["email"] == "x@y.nl"


def test_an_address_field_of_another_name_is_proven_for_account_lookups_only():
    lookup = replace(ORDERS, inputs=("order", "contact"))
    fields = {**FIELDS, "contact": field("contact", FieldType.EMAIL)}
    form = replace(TRACKING, fields=("order", "contact"), then=PassOn())
    for account in (True, False):
        policy = replace(
            POLICY,
            fields=fields,
            forms={"t": replace(form, name="t")},
            lookups={"orders": replace(lookup, account=account)},
        )
        talk = Talk(policy, identity={"email": "a@b.nl"}, look_up=lambda _: LookupOutcome({}))
        assert talk.say("order?", sure=STATUS).reply.text == "The order?"
        assert bool(talk.say("LW-123").hand_off) is account


def test_a_sign_in_that_matches_nothing_leaves_nothing_to_mend():
    form = replace(TRACKING, fields=("email",), then=PassOn())
    lookup = Lookup("orders", "http://o", ("email",), ("status",))
    policy = replace(POLICY, forms={"t": replace(form, name="t")}, lookups={"orders": lookup})
    talk = Talk(policy, identity={"email": "x@y.nl"}, look_up=lambda _: LookupOutcome(None))
    assert talk.say("order?", sure=STATUS).hand_off == "Nothing matched the details given."


def test_details_that_no_look_tells_apart_are_asked_for_anew_after_a_miss():
    lookup = Lookup("pieces", "http://p", ("pieces",), ("status",), account=False)
    form = replace(TALLY, fields=("ridden", "pieces"), lookup="pieces")
    policy = replace(POLICY, forms={"tally": form}, lookups={"pieces": lookup})
    talk = Talk(policy, look_up=lambda _: LookupOutcome(None))
    talk.say("count", intents=(intent("count", 0.95),))
    talk.say("yes")
    decision = talk.say("3")
    assert decision.reply.kind is Kind.ASK
    assert decision.reply.text == (
        NOTHING + " Could you check them and send them again?\n\nThe pieces?"
    )
    assert talk.say("4").hand_off == "Nothing matched the details given."


def test_a_checked_form_that_missed_is_not_checked_again():
    policy = replace(POLICY, forms={"tracking": replace(TRACKING, confirm=True)})
    talk = Talk(policy)
    talk.say("order?", sure=STATUS)
    talk.say("LW-999 a@b.nl")
    assert talk.say("yes").reply.text.startswith(NOTHING)
    assert "on its" in talk.say("LW-123").reply.text


def test_a_place_may_be_filled_by_a_detail_without_any_lookup():
    nick = field("nick")
    policy = Policy(fields={"nick": nick})
    talk = Talk(policy, templates={GREET.id: GREET})
    assert talk.say("hello", sure=GREET).reply.text == "The nick?"
    assert talk.say("Bo {{ email }} <b>").reply.text == r"Dear Bo { { email } } \<b\>."


def test_a_public_lookup_asks_for_one_detail_and_no_address():
    place = field("place")
    lookup = Lookup("shops", "http://s", ("place",), ("shop",), account=False)
    policy = Policy(fields={"place": place}, lookups={"shops": lookup})
    talk = Talk(
        policy, templates={SHOP.id: SHOP}, look_up=lambda _: LookupOutcome({"shop": "Wiel"})
    )
    talk.say("shops?", sure=SHOP)
    assert talk.say("Utrecht").reply.text == "Near Utrecht: Wiel."


def test_what_a_lookup_verifies_is_asked_for_with_its_inputs():
    lookup = replace(ORDERS, inputs=("order",), verify={"customer_email": "email"})
    form = Form(
        "t",
        {"en": "T"},
        ("order", "email"),
        AnswerWith(STATUS.id),
        templates=frozenset({STATUS.id}),
        lookup="orders",
    )
    talk = Talk(replace(POLICY, lookups={"orders": lookup}, forms={"t": form}))
    talk.say("order? LW123 a@b.nl", sure=STATUS)
    assert talk.asked[0].inputs == {"order": "LW-123", "email": "a@b.nl"}


def test_a_customer_whom_a_rule_names_is_known_by_the_address_that_a_lookup_proves():
    talk = Talk(replace(POLICY, hand_off_customers=frozenset({"a@b.nl"})))
    talk.say("order?", sure=STATUS)
    assert talk.say("a@b.nl").hand_off is None  # said, and not proven yet
    decision = talk.say("LW-123")
    assert decision.hand_off == RULE_FOR_CUSTOMER
    assert "on its" not in decision.reply.text
    assert decision.state.proven == {"a@b.nl"}


def test_a_proven_address_still_counts_for_later_messages():
    rule = replace(POLICY, hand_off_customers=frozenset({"a@b.nl"}))
    talk = Talk(rule, state=DialogState(proven=frozenset({"a@b.nl"})))
    assert talk.say("order?", sure=STATUS).reply.reasons.rule == "customer"


def test_an_address_is_proven_by_account_details_alone():
    public = replace(ORDERS, account=False)
    talk = Talk(replace(POLICY, lookups={"orders": public}))
    talk.say("order?", sure=STATUS)
    assert talk.say("LW-123 a@b.nl").state.proven == frozenset()
    talk = Talk()
    talk.say("order?", sure=STATUS)
    assert talk.say("LW-999 a@b.nl").state.proven == frozenset()
    assert talk.say("LW-123").state.proven == {"a@b.nl"}
