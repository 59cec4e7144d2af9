"""The switch at the desk and in the terminal: off within a second, and nobody is left alone."""

from __future__ import annotations

import json

from click.testing import CliRunner

from bot.cli import cli
from bot.desk.users import Role


def switch(shop, silenced: bool, role: Role = Role.LEAD):
    person = shop.person("Lee", role)
    return person, person.put("silence", {"silenced": silenced})


def test_while_it_is_off_the_bot_says_nothing_and_customers_reach_people(shop):
    lead, done = switch(shop, silenced=True)
    assert done.json()["by"] == "Lee"
    customer = shop.customer()
    notice = customer.asks("How do I return this?")
    assert notice["author"] == "system"
    assert "switched off" in notice["text"]
    assert lead.thread(customer.id)["status"] == "waiting"
    assert {m["author"] for m in customer.page()["messages"]} == {"system", "customer"}


def test_pressing_for_a_person_is_answered_by_a_notice_too(shop):
    switch(shop, silenced=True)
    customer = shop.customer()
    assert customer.post("handoff", {}).json()["state"]["owner"] == "queue"
    assert customer.page()["messages"][-1]["author"] == "system"


def test_switched_on_again_it_answers_new_conversations(shop):
    lead, _ = switch(shop, silenced=True)
    assert lead.put("silence", {"silenced": False}).json() == {
        "silenced": False,
        "since": None,
        "by": None,
    }
    assert shop.customer().asks("hello there")["author"] == "bot"


def test_an_agent_may_look_at_the_switch_but_not_turn_it(shop):
    agent, refused = switch(shop, silenced=True, role=Role.EDITOR)
    assert refused.status_code == 404
    assert agent.get("silence").json()["silenced"] is False


def test_the_terminal_turns_the_same_switch(shop):
    def run(*state: str) -> dict:
        settings = shop.services.settings
        done = CliRunner(env={"FRONTDESK_DATABASE_URL": settings.database_url}).invoke(
            cli, ["--home", str(settings.home), "silence", *state, "--json"], catch_exceptions=False
        )
        return dict(json.loads(done.stdout))

    assert run("on")["silenced"] is True
    assert shop.customer().asks("hello")["author"] == "system"
    assert run("off")["silenced"] is False
    assert run()["by"] is None


def test_who_turned_the_switch_is_on_record_once_for_each_change(shop):
    lead, _ = switch(shop, silenced=True)
    for silenced in (True, False, False):
        assert lead.put("silence", {"silenced": silenced}).status_code == 200
    settings = shop.services.settings
    for state in ("on", "off"):
        CliRunner(env={"FRONTDESK_DATABASE_URL": settings.database_url}).invoke(
            cli, ["--home", str(settings.home), "silence", state], catch_exceptions=False
        )
    entries = shop.person("Root", Role.ADMIN).get("audit").json()["entries"]
    assert [(each["act"], each["user"], each["name"]) for each in entries] == [
        ("bot.unsilenced", None, "command line"),
        ("bot.silenced", None, "command line"),
        ("bot.unsilenced", lead.id, "Lee"),
        ("bot.silenced", lead.id, "Lee"),
    ]


def test_leads_see_what_is_doubtful_about_the_settings(shop):
    shop.services.doubts = ("trust.intents: there is no intent 'x'",)
    shown = shop.person("Lee", Role.LEAD).get("settings")
    assert shown.json() == {"unusable": None, "doubts": list(shop.services.doubts)}
    assert shop.person().get("settings").status_code in (403, 404)
