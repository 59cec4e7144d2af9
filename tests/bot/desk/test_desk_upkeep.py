"""Health, first steps, and a customer's right to be forgotten, at the desk."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.desk.users import Role
from bot.forgetting import forget_old_conversations
from bot.store.tables import ConversationRow, MessageRow


def rows_of(shop, table):
    with shop.services.database.read() as session:
        return len(session.exec(select(table)).all())


def name(shop, conversation, customer):
    with shop.services.database.write() as session:
        session.get_one(ConversationRow, conversation).customer = customer


def test_health_says_what_the_doctor_says(shop):
    lead = shop.person("Lee", Role.LEAD)
    checks = {each["name"]: each for each in lead.get("health").json()["checks"]}
    assert "frontdesk train" in checks["model"]["says"]
    assert checks["settings"]["ok"]
    shop.services.unusable_settings = "frontdesk.yaml: compnay: is no setting"
    first = lead.get("health").json()["checks"][0]
    assert (first["ok"], first["says"]) == (False, "frontdesk.yaml: compnay: is no setting")
    assert shop.person().get("health").status_code == 404


def test_health_is_told_in_the_language_of_whoever_reads_it(shop):
    lead = shop.person("Lee", Role.LEAD)
    shop.services.unusable_settings = "frontdesk.yaml: compnay: is no setting"
    chinese = {**lead.headers, "Accept-Language": "zh-CN,zh;q=0.9"}
    told = shop.client.get("/api/desk/health", headers=chinese).json()["checks"]
    assert told[0]["says"] == "无法使用：frontdesk.yaml: compnay: is no setting"
    found = {each["key"]: (each["name"], each["says"]) for each in told}
    assert found["model_none"] == ("模型", "还没有模型；用 `frontdesk train` 训练一个")
    english = lead.get("health").json()["checks"]
    assert [each["key"] for each in english] == [each["key"] for each in told]
    assert not {each["says"] for each in english} & {each["says"] for each in told}


def test_names_in_doubt_are_told_above_the_desk_in_the_readers_language(shop):
    lead = shop.person("Lee", Role.LEAD)
    shop.services.doubts = ("handoff.intents: there is no intent 'refnd'; did you mean 'refund'?",)
    chinese = {**lead.headers, "Accept-Language": "zh-Hans"}
    told = shop.client.get("/api/desk/settings", headers=chinese).json()["doubts"]
    assert told == ["handoff.intents：没有意图 'refnd'；是否指 'refund'？"]
    assert lead.get("settings").json()["doubts"] == list(shop.services.doubts)


def test_first_steps_are_read_from_what_there_is(shop):
    lead = shop.person("Lee", Role.LEAD)

    def done():
        return {each["name"]: each["done"] for each in lead.get("beginning").json()["steps"]}

    assert not any(done().values())
    shop.customer()
    assert done()["first_answer"]
    assert shop.person().get("beginning").status_code == 404


def test_what_would_go_is_what_goes(shop):
    admin = shop.person("Root", Role.ADMIN)
    customer, other = shop.customer(), shop.customer()
    customer.asks("hello")
    name(shop, customer.id, "Jo Doe")
    preview = admin.post("erasure/preview", {"customer": " Jo Doe "}).json()["erased"]
    assert (preview["conversations"], preview["messages"]) == (1, 3)
    assert rows_of(shop, ConversationRow) == 2
    erased = admin.post("erasure", {"customer": "Jo Doe"}).json()["erased"]
    assert (erased["conversations"], erased["messages"]) == (1, 3)
    assert len(other.page()["messages"]) == 1
    entry = admin.get("audit").json()["entries"][0]
    assert (entry["act"], entry["after"]["messages"]) == ("customer.erased", 3)
    assert "Jo" not in str(entry)


def test_only_admins_erase_and_never_by_a_name_of_several(shop):
    assert shop.person("Lee", Role.LEAD).post("erasure", {"customer": "x"}).status_code == 404
    admin = shop.person("Root", Role.ADMIN)
    for _ in range(2):
        name(shop, shop.customer().id, "Jo Doe")
    refused = admin.post("erasure", {"customer": "Jo Doe"})
    assert refused.status_code == 409
    assert rows_of(shop, ConversationRow) == 2


def test_closed_conversations_are_kept_as_long_as_the_settings_say(shop):
    services, agent = shop.services, shop.person()
    old, fresh, open_one = shop.customer(), shop.customer(), shop.customer()
    for each in (old, fresh, open_one):
        each.asks("hello")
    for each in (old, fresh):
        assert agent.act(each.id, "close").status_code == 200
    with services.database.write() as session:
        for each in (old, open_one):
            row = session.get_one(ConversationRow, each.id)
            row.updated_at = services.clock() - timedelta(days=31)
    place = (services.database, services.settings.home, services.files)
    keep = timedelta(days=30)
    assert forget_old_conversations(*place, keep, services.clock()) == 1
    assert rows_of(shop, ConversationRow) == 2
    assert rows_of(shop, MessageRow) == 6
