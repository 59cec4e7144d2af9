"""The desk's settings in a real browser: people, hours, the widget, Telegram, and first steps."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from fakes.bot_api import TOKEN, USERNAME, running_bot_api
from playwright.sync_api import Page, expect

from .accessibility import violations
from .agent import Agent, sign_in_wordless
from .conftest import LiveServer
from .customer import Customer
from .test_desk import WIDE, Screenshot, Visit, unique

pytestmark = pytest.mark.browser
PATIENCE = 30_000
PARTS = {
    "start": "Ask it something",
    "account": "Present password",
    "people": "Add somebody",
    "hours": "Time zone",
    "rules": "Examples",
    "forms": "Details asked for one after the other",
    "widget": "Preview",
    "telegram": "How updates come",
    "privacy": "Forget a customer",
    "health": "Look again",
    "audit": "Entries are never changed",
}


def at(page: Page, server: LiveServer, part: str, email: str | None = None, password: str = ""):
    agent = Agent(page, server)
    agent.sign_in(f"/desk/settings/{part}", email, password or None)
    page.set_default_timeout(PATIENCE)
    expect(page.locator(".settings-part h2").first).to_be_visible(timeout=PATIENCE)
    return agent


def saved(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("It counts from now on")).to_be_visible(timeout=PATIENCE)


def written(server: LiveServer) -> str:
    return (server.home / "frontdesk.yaml").read_text(encoding="utf-8")


def test_emergencies_are_switched_off_for_who_speaks_of_them_in_play(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "rules").page
    emergencies = page.get_by_role("checkbox", name="danger to life")
    expect(emergencies).to_be_checked()
    emergencies.uncheck()
    saved(page)
    screenshot(page, "settings-rules-emergencies")
    assert re.search(r"^handoff:\n(?:  .*\n)*  emergencies: false", written(server_of_my_own), re.M)
    page.reload()
    expect(page.get_by_role("checkbox", name="danger to life")).not_to_be_checked()


def test_an_admin_adds_somebody_who_signs_in_and_is_let_go(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "people").page
    page.get_by_role("button", name="Add somebody").click()
    page.get_by_label("E-mail address").fill("eve@lindewiel.example")
    page.get_by_label("Name").fill("Eve")
    page.get_by_role("button", name="Add", exact=True).click()
    password = page.locator(".told code").inner_text(timeout=PATIENCE)
    screenshot(page, "desk-settings-people-told")
    eve = at(visit(viewport=WIDE), server_of_my_own, "hours", "eve@lindewiel.example", password)
    parts = eve.page.locator(".settings-parts a")
    expect(parts).to_have_text(["Your account", "Opening hours"])
    expect(eve.page.get_by_text("A lead or an admin changes it.")).to_be_visible()
    page.get_by_role("button", name="Change Eve").click()
    page.get_by_label("Role").select_option("lead")
    screenshot(page, "desk-settings-person")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".team").get_by_text("Lead")).to_be_visible(timeout=PATIENCE)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Change Eve").click()
    page.get_by_role("button", name="Deactivate").click()
    expect(page.locator(".team").get_by_text("Deactivated")).to_be_visible(timeout=PATIENCE)
    assert eve.page.request.get(f"{server_of_my_own.url}/api/desk/me").status == 401


def test_hours_reach_the_file_beside_its_comments_and_the_audit_log(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "hours").page
    before = written(server_of_my_own)
    page.get_by_label("Time zone").select_option("Europe/Amsterdam")
    page.get_by_role("button", name="Add hours on Monday").click()
    page.get_by_label("Monday, until").fill("08:00")
    expect(page.get_by_text("end before they begin")).to_be_visible()
    page.get_by_label("Monday, until").fill("17:30")
    page.get_by_role("button", name="As on Monday").click()
    day = f"{datetime.now(UTC) + timedelta(days=9):%Y-%m-%d}"
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_role("button", name="Add a day").click()
    saved(page)
    screenshot(page, "desk-settings-hours")
    text = written(server_of_my_own)
    assert "friday: ['09:00-17:30']" in text
    assert f"holidays: [{day}]" in text
    assert all(line in text for line in before.splitlines())
    page.get_by_role("link", name="Audit log").click()
    entry = page.locator(".audit .entry").first
    expect(entry).to_contain_text("Opening hours", timeout=PATIENCE)
    entry.locator("summary").click()
    expect(entry.locator("ins").first).to_have_text("Europe/Amsterdam")
    screenshot(page, "desk-settings-audit")


def test_who_saves_second_is_told_and_loses_nothing_unseen(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    first = at(visit(viewport=WIDE), server_of_my_own, "rules").page
    second = at(visit(viewport=WIDE), server_of_my_own, "rules").page
    for page, word in ((first, "refund"), (second, "chargeback")):
        page.get_by_label("Words", exact=True).fill(word)
    saved(first)
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_text("while you were editing")).to_be_visible(timeout=PATIENCE)
    expect(second.get_by_label("Words", exact=True)).to_have_value("chargeback")
    screenshot(second, "desk-settings-conflict")
    assert "chargeback" not in written(server_of_my_own)
    second.get_by_role("button", name="Load the present settings").click()
    expect(second.get_by_label("Words", exact=True)).to_have_value("refund")


def test_a_rule_made_at_the_desk_hands_the_next_message_over(
    visit: Visit, server_of_my_own: LiveServer
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "rules").page
    page.get_by_label("Words", exact=True).fill("zeppelin")
    saved(page)
    customer = Customer(visit(), server_of_my_own.url).arrive().open()
    customer.say("do you sell a zeppelin")
    waits = customer.panel.get_by_role("status").filter(has_text="queue")
    expect(waits).to_be_visible(timeout=PATIENCE)


def form_named(page: Page, name: str):
    return page.locator("details.form-card").filter(
        has=page.locator("summary strong", has_text=name)
    )


def test_a_form_is_put_together_by_field_and_the_file_keeps_the_rest(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    before = written(server_of_my_own)
    page = at(visit(viewport=WIDE), server_of_my_own, "forms").page
    page.get_by_label("Name of a new detail").fill("colour of it")
    expect(page.get_by_text("Letters, digits and _")).to_be_visible()
    page.get_by_label("Name of a new detail").fill("colour")
    page.get_by_label("Name of a new detail").press("Enter")
    colour = form_named(page, "colour")
    colour.get_by_label("Kind").select_option("choice")
    colour.get_by_label("Question").fill("Name its colour")
    page.get_by_role("button", name="Chinese").click()
    colour.get_by_label("Question").fill("是什么颜色的？")
    page.get_by_role("button", name="English").click()
    for name in ("red", "blue"):
        colour.get_by_label("Name of a new choice").fill(name)
        colour.get_by_role("button", name="Add a choice").click()
    report = form_named(page, "damage_report")
    report.locator("summary").click()
    report.get_by_label("Asks for: Add a detail…").select_option("colour")
    report.get_by_label("colour: required").uncheck()
    report.get_by_role("button", name="Move colour up").press("Alt+ArrowUp")
    expect(page.get_by_text("colour is number 5 of 6 now.")).to_have_count(1)
    expect(report.get_by_role("button", name="Move colour up")).to_be_focused()
    page.keyboard.press("Enter")
    assert violations(page.main_frame) == []
    screenshot(page, "desk-settings-forms")
    saved(page)
    after = written(server_of_my_own)
    assert "fields: [order_number, email, damaged_part, colour, delivered_on, damage]" in after
    assert "optional: [colour]" in after
    assert "    prompts:\n      en: Name its colour\n      zh-Hans: 是什么颜色的？\n" in after
    kept = [line for line in before.splitlines() if line not in after.splitlines()]
    assert kept == ["    fields: [order_number, email, damaged_part, delivered_on, damage]"]
    config = page.request.get(f"{server_of_my_own.url}/api/desk/fields").json()
    assert "colour" in config["fields"]


def test_a_detail_that_cannot_be_used_is_shown_at_its_place_and_the_second_editor_is_told(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    first = at(visit(viewport=WIDE), server_of_my_own, "forms").page
    phone = {"width": 390, "height": 844}
    second = at(visit(viewport=phone, color_scheme="dark"), server_of_my_own, "forms").page
    number = form_named(first, "order_number")
    number.locator("summary").click()
    number.get_by_label("Pattern").fill("(")
    first.get_by_role("button", name="Save", exact=True).click()
    expect(first.get_by_text("fields.order_number.pattern: no regular")).to_be_visible()
    expect(number.get_by_label("Pattern")).to_have_attribute("aria-invalid", "true")
    assert "pattern: (" not in written(server_of_my_own)
    number.get_by_label("Pattern").fill("LW[0-9]+")
    number.get_by_label("Written as").fill("")
    saved(first)
    email = form_named(second, "email")
    email.locator("summary").click()
    email.get_by_label("Question").fill("Your address?")
    assert violations(second.main_frame) == []
    screenshot(second, "desk-settings-forms-phone")
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.get_by_text("while you were editing")).to_be_visible(timeout=PATIENCE)
    assert "Your address?" not in written(server_of_my_own)
    expect(second.get_by_role("button", name="As text")).to_be_disabled()
    second.get_by_role("button", name="Load the present settings").click()
    second.get_by_role("button", name="As text").click()
    expect(second.get_by_label("fields and forms")).to_have_value(re.compile("LW"))


def test_the_widget_is_designed_with_its_preview_and_snippet(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "widget").page
    preview = page.get_by_role("complementary", name="Preview")
    page.get_by_label("Company’s name").fill("Zweirad Müller")
    page.get_by_label("Colour as text").fill("#777777")
    expect(preview.get_by_text("Zweirad Müller")).to_be_visible()
    expect(page.get_by_text("Nothing could be read on it")).to_be_visible()
    page.get_by_label("First words").fill("Hello, I am a machine.")
    expect(preview.get_by_text("Hello, I am a machine.")).to_be_visible()
    page.get_by_label("Where the button stands").select_option("left")
    page.get_by_label("Sites that may show it").fill("https://shop.example")
    snippet = page.locator(".copy-box code")
    expect(snippet).to_contain_text('data-accent="#777777" data-position="left"')
    saved(page)
    screenshot(page, "desk-settings-widget")
    config = page.request.get(f"{server_of_my_own.url}/api/widget/config?locale=en").json()
    assert (config["accent"], config["company"]) == ("#777777", "Zweirad Müller")
    assert config["greeting"] == "Hello, I am a machine."


def test_a_telegram_token_is_tried_on_the_page(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    with running_bot_api() as api:
        server_of_my_own.environment["FRONTDESK_TELEGRAM_API_URL"] = api.url
        server_of_my_own.kill()
        server_of_my_own.start()
        page = at(visit(viewport=WIDE), server_of_my_own, "telegram").page
        field = page.get_by_role("textbox", name="Token")
        field.fill("1:wrong")
        page.get_by_role("button", name="Test it").click()
        expect(page.get_by_text("does not know this token")).to_be_visible(timeout=PATIENCE)
        field.fill(TOKEN)
        page.get_by_role("button", name="Test it").click()
        expect(page.get_by_text(f"@{USERNAME}")).to_be_visible(timeout=PATIENCE)
        screenshot(page, "desk-settings-telegram")
        assert TOKEN not in written(server_of_my_own)


def test_a_customer_is_forgotten_after_a_look_at_what_would_go(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("please forget all of this")
    customer = Customer(visit(), server_of_my_own.url).arrive().open()
    customer.say(text)
    expect(customer.replies()).to_have_count(2, timeout=PATIENCE)
    agent = Agent(visit(viewport=WIDE), server_of_my_own).sign_in("/desk/inbox/all")
    agent.find(text)
    conversation = agent.page.url.rsplit("/", 1)[1]
    page = agent.page
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name="Privacy").click()
    page.get_by_label("Customer", exact=True).fill(conversation)
    page.get_by_role("button", name="Show what would go").click()
    expect(page.get_by_text("Would go for ever: 1 conversation")).to_be_visible(timeout=PATIENCE)
    screenshot(page, "desk-settings-erase")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Erase for ever").click()
    expect(page.get_by_text("Gone: 1 conversation")).to_be_visible(timeout=PATIENCE)
    path = f"{server_of_my_own.url}/api/desk/conversations/{conversation}"
    assert page.request.get(path).status == 404


def test_what_is_asked_before_a_chat_is_put_in_order_by_keys(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    page = at(visit(viewport=WIDE), server_of_my_own, "widget").page
    asked = page.get_by_role("group", name="What is asked first")
    for name in ("order_number", "email"):
        asked.get_by_label("What is asked first: Add a detail…").select_option(name)
    asked.get_by_label("order_number: required").uncheck()
    asked.get_by_role("button", name="Move email up").press("Enter")
    expect(asked.get_by_role("button", name="Move email down")).to_be_focused()
    assert violations(page.main_frame) == []
    saved(page)
    screenshot(page, "desk-settings-pre-chat")
    assert "fields: [email, order_number]" in written(server_of_my_own)
    customer = Customer(visit(), server_of_my_own.url).arrive()
    customer.launcher.click()
    fields = customer.panel.get_by_role("textbox")
    expect(fields).to_have_count(2)
    expect(fields.first).to_have_attribute("type", "email")
    expect(fields.last).to_have_attribute("aria-required", "false")


def test_who_banned_whom_leads_from_the_audit_log_to_the_conversation(
    visit: Visit, server_of_my_own: LiveServer, screenshot: Screenshot
) -> None:
    text = unique("buy my watches")
    Customer(visit(), server_of_my_own.url).arrive().open().say(text)
    agent = Agent(visit(viewport=WIDE), server_of_my_own).sign_in("/desk/inbox/all")
    agent.find(text)
    conversation = agent.page.url.rsplit("/", 1)[1]
    page = agent.page
    page.once("dialog", lambda dialog: dialog.accept())
    agent.press("Ban this customer")
    expect(page.get_by_role("button", name="Let this customer in again")).to_be_visible()
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("link", name="Audit log").click()
    entry = page.locator(".audit .entry").filter(has_text="banned a customer")
    expect(entry).to_have_count(1, timeout=PATIENCE)
    assert violations(page.main_frame) == []
    screenshot(page, "desk-settings-audit-ban")
    entry.get_by_role("link", name="See the conversation").click()
    expect(page).to_have_url(re.compile(conversation))


def test_health_is_told_in_chinese_at_a_chinese_desk(
    visit: Visit, live_server: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(viewport=WIDE, locale="zh-CN")
    sign_in_wordless(page, live_server, "/desk/settings/health")
    lines = page.locator(".health li")
    expect(lines.first).to_be_visible(timeout=PATIENCE)
    said = lines.locator("span:last-child").all_inner_texts()
    assert len(said) > 8
    assert [each for each in said if not re.search("[\u4e00-\u9fff]", each)] == []
    assert violations(page.main_frame) == []
    screenshot(page, "desk-settings-health-chinese")


def test_a_new_desk_leads_to_its_next_step(visit: Visit, live_server: LiveServer) -> None:
    page = Agent(visit(viewport=WIDE), live_server).sign_in("/desk/").page
    page.get_by_role("link", name="Go on").click()
    step = page.locator(".steps li.next")
    expect(step).to_contain_text("Put the chat on your page", timeout=PATIENCE)
    step.get_by_role("link", name="Design the widget").click()
    expect(page.get_by_label("Sites that may show it")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_part_can_be_used_by_everybody(
    visit: Visit, live_server: LiveServer, scheme: str, part: str
) -> None:
    page = at(visit(viewport=WIDE, color_scheme=scheme), live_server, part).page
    expect(page.get_by_text(PARTS[part]).first).to_be_visible(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    assert violations(page.main_frame) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_settings_fit_every_screen(
    visit: Visit,
    live_server: LiveServer,
    screenshot: Screenshot,
    scheme: str,
    locale: str,
    width: int,
) -> None:
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    sign_in_wordless(page, live_server, "/desk/settings/start")
    for part in PARTS:
        page.locator(f".settings-parts a[href$='/{part}']").click(timeout=PATIENCE)
        expect(page.locator(f".part-{part} h2").first).to_be_visible(timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        screenshot(page, f"desk-settings-{part}-{scheme}-{locale}-{width}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        inside = page.locator(f".part-{part}").evaluate(
            "part => part.scrollWidth - part.clientWidth"
        )
        assert inside <= 0, f"{part} is wider than its room by {inside} px"
        expect(page.locator(".settings-parts [aria-current]")).to_be_in_viewport()
