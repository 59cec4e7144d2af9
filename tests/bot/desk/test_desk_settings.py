"""The settings' file at the desk: who may, two at once, comments, and files that are broken."""

from __future__ import annotations

import pytest

from bot.desk.users import Role

OPEN = {"time_zone": "Europe/Berlin", "week": {"monday": ["09:00-17:00"]}, "holidays": []}
WRITTEN = "# Ours.\ncompany: Old # short\nhours:\n  # by law\n  holidays: [2026-12-25]\n"


def file_of(shop):
    return shop.services.settings.home / "frontdesk.yaml"


def save(person, section, values, tag=None):
    tag = tag or person.get(f"settings/{section}").headers["etag"]
    return person.put(f"settings/{section}", {"values": values}, **{"If-Match": tag})


def audit(shop):
    return shop.person("Auditor", Role.ADMIN).get("audit").json()["entries"]


def test_a_change_keeps_the_comments_serves_at_once_and_is_recorded(shop):
    file_of(shop).write_text(WRITTEN)
    lead = shop.person("Lee", Role.LEAD)
    done = save(lead, "hours", {"hours": OPEN})
    assert done.json()["values"]["hours"]["week"] == OPEN["week"]
    text = file_of(shop).read_text()
    assert text.startswith("# Ours.\ncompany: Old # short\nhours:\n  # by law\n")
    assert shop.services.rules().hours.time_zone == "Europe/Berlin"
    (entry,) = audit(shop)
    assert (entry["name"], entry["act"], entry["subject"]) == ("Lee", "settings.changed", "hours")
    assert entry["before"] == {"hours": {"holidays": ["2026-12-25"]}}
    assert entry["after"]["hours"]["time_zone"] == "Europe/Berlin"


def test_who_saves_second_is_told_and_overwrites_nothing(shop):
    first, second = shop.person("Ada", Role.LEAD), shop.person("Ben", Role.LEAD)
    tag = second.get("settings/hours").headers["etag"]
    assert save(first, "hours", {"hours": OPEN}).status_code == 200
    refused = save(second, "rules", {"handoff": {"words": ["refund"]}}, tag)
    assert refused.status_code == 412
    assert "refund" not in file_of(shop).read_text()
    assert first.put("settings/hours", {"values": {}}).status_code == 428


@pytest.mark.parametrize(
    ("role", "section", "reads", "writes"),
    [
        (Role.AGENT, "hours", 200, 404),
        (Role.AGENT, "rules", 404, 404),
        (Role.EDITOR, "rules", 200, 404),
        (Role.LEAD, "rules", 200, 200),
        (Role.LEAD, "widget", 200, 404),
        (Role.LEAD, "telegram", 404, 404),
        (Role.ADMIN, "privacy", 200, 200),
        (Role.ADMIN, "lookups", 404, 404),
    ],
)
def test_each_role_sees_and_changes_its_own(shop, role, section, reads, writes):
    person = shop.person("Pat", role)
    assert person.get(f"settings/{section}").status_code == reads
    tag = shop.person("Root", Role.ADMIN).get("settings/hours").headers["etag"]
    assert save(person, section, {}, tag).status_code == writes


def test_a_broken_file_is_left_as_it_is(shop):
    lead = shop.person("Lee", Role.LEAD)
    tag = lead.get("settings/hours").headers["etag"]
    file_of(shop).write_text("hours: [\n")
    assert "mend it in the file itself" in lead.get("settings/hours").json()["detail"]
    assert save(lead, "hours", {"hours": OPEN}, tag).status_code == 409
    assert file_of(shop).read_text() == "hours: [\n"


def test_a_value_that_cannot_be_used_names_its_place(shop):
    lead = shop.person("Lee", Role.LEAD)
    refused = save(lead, "hours", {"hours": {"time_zone": "Mars/Olympus"}})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "hours.time_zone"
    assert audit(shop) == []


def test_a_section_takes_no_other_keys(shop):
    refused = save(shop.person("Lee", Role.LEAD), "hours", {"lookups": {}})
    assert refused.json()["errors"] == [{"field": "lookups", "message": "is not among hours"}]


DATED = """\
fields:
  bought:
    type: date
    min: 2026-01-31  # when we opened
    prompts: {en: Which day}
  size:
    # as the shop calls them
    type: choice
    prompts: {en: Which size}
    options: {small: {}, large: {}}
"""


def test_a_detail_is_changed_by_its_parts_and_the_others_stay_as_they_are(shop):
    file_of(shop).write_text(DATED)
    lead = shop.person("Lee", Role.LEAD)
    bought = {"type": "date", "min": "2026-01-31", "prompts": {"en": "Which day was it"}}
    size = {
        "type": "choice",
        "prompts": {"en": "Which size"},
        "options": {"small": {}, "large": {}},
    }
    done = save(lead, "forms", {"fields": {"bought": bought, "size": size}})
    assert done.status_code == 200, done.text
    assert file_of(shop).read_text() == DATED.replace("Which day", "Which day was it")
    (entry,) = audit(shop)
    assert (entry["act"], entry["subject"]) == ("settings.changed", "forms")


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ({"prompts": {}}, "fields.bought.prompts"),
        ({"min": "2026-02-30"}, "fields.bought.min"),
        ({"pattern": "("}, "fields.bought.pattern"),
    ],
)
def test_a_detail_that_cannot_be_used_is_refused_by_its_place(shop, part, place):
    lead = shop.person("Lee", Role.LEAD)
    bought = {"type": "date", "prompts": {"en": "When?"}, **part}
    refused = save(lead, "forms", {"fields": {"bought": bought}})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == place


def test_forms_are_changed_as_text(shop):
    lead = shop.person("Lee", Role.LEAD)
    text = "fields:\n  size:\n    prompts: {en: The size please}\n"
    tag = lead.get("settings/forms").headers["etag"]
    done = lead.put("settings/forms", {"text": text}, **{"If-Match": tag})
    assert done.json()["text"] == "fields:\n  size:\n    prompts:\n      en: The size please\n"
    assert "size" in shop.services.settings.known_fields()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("fields: {a: &x {prompts: {en: A}}, b: *x}", "references"),
        ("- one", "begin with one of fields:, forms:"),
        ("fields: [", "expected"),
        ("company: Evil", "is not among fields, forms"),
        ("forms: {returns: {title: {en: A}}}", "forms.returns.when: Field required"),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_with_a_reason(shop, text, says):
    lead = shop.person("Lee", Role.LEAD)
    tag = lead.get("settings/forms").headers["etag"]
    refused = lead.put("settings/forms", {"text": text}, **{"If-Match": tag})
    assert refused.status_code == 422
    assert says in refused.json()["detail"]
    assert not file_of(shop).exists()


def test_a_host_that_may_embed_the_widget_counts_at_once(shop):
    admin = shop.person("Root", Role.ADMIN)
    save(admin, "widget", {"embed_hosts": ["https://shop.example"]})
    policy = shop.client.get("/widget/").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self' https://shop.example")
    refused = save(admin, "widget", {"embed_hosts": ["https://a.example; script-src *"]})
    assert refused.status_code == 422


def test_no_answer_holds_a_secret(tmp_path, shop):
    for name, secret in (("telegram_token", "42:very-secret"), ("metrics_token", "hidden-too")):
        object.__setattr__(shop.services.settings, name, secret)
    admin = shop.person("Root", Role.ADMIN)
    paths = ("telegram", "health", "settings/telegram", "settings/privacy", "audit", "people")
    said = "".join(admin.get(path).text for path in paths)
    assert "very-secret" not in said
    assert "hidden-too" not in said
    assert admin.get("telegram").json()["bot_id"] == "42"
