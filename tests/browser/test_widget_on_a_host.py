"""The widget on somebody else's page: its calls, who the customer is, and who may not come near."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from live import LiveServer
from playwright.sync_api import Page, expect

from .customer import Customer
from .host_page import SHOP, host_server, open_shop, serve_at, signed

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
PHONE = {"width": 390, "height": 844}
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def host(prepared_home, tmp_path_factory) -> Iterator[LiveServer]:
    """A server whose widget the shop may embed."""
    server = host_server(prepared_home, tmp_path_factory.mktemp("host"))
    server.start()
    yield server
    server.stop()


def customer_of(page: Page, host: LiveServer, attributes: str = "") -> Customer:
    open_shop(page, host, attributes)
    customer = Customer(page, SHOP)
    expect(customer.launcher).to_be_visible()
    return customer


def token_of(customer: Customer) -> str:
    """What opens the customer's conversation."""
    stored = "() => JSON.parse(localStorage.getItem('frontdesk.session')).token"
    return str(customer.panel.locator("html").evaluate(stored))


def write_elsewhere(host: LiveServer, token: str, text: str) -> None:
    """The customer writes on another device."""
    sent = httpx.post(
        f"{host.url}/api/chat/messages",
        json={"client_msg_id": text, "text": text},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert sent.status_code == httpx.codes.OK


def test_a_strict_policy_of_the_hosts_is_enough_and_nothing_shifts(
    visit: Visit, host: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    page.context.add_init_script(WATCH_SHIFTS)
    customer = customer_of(page, host).open()
    customer.say("what is a trade-in?")
    expect(customer.replies()).to_have_count(2)
    assert page.evaluate("shifted") == 0
    assert page.evaluate("Object.keys(localStorage)") == ["frontdesk.kept"]
    screenshot(page, "widget-on-a-strict-host")


def test_the_host_calls_and_hears(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host)
    page.evaluate(
        "window.heard = []; window.listener = () => heard.push('open');"
        "Frontdesk.on('open', listener); Frontdesk.on('close', () => heard.push('close'));"
        "Frontdesk.on('message', (message) => heard.push(message.author))"
    )
    page.evaluate("Frontdesk.send('do you sell locks?')")
    expect(customer.own("do you sell locks?")).to_have_count(1)
    expect(customer.replies()).to_have_count(2)
    page.evaluate("Frontdesk.close(); Frontdesk.off('open', listener); Frontdesk.open()")
    assert page.evaluate("heard") == ["open", "customer", "bot", "close"]
    page.evaluate("Frontdesk.hide()")
    expect(customer.launcher).to_be_hidden()
    expect(page.locator("#frontdesk iframe")).to_be_hidden()
    page.evaluate("Frontdesk.show()")
    expect(customer.launcher).to_be_visible()


def test_the_language_changes_while_the_chat_is_open(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    customer.field.fill("kept")
    page.evaluate("Frontdesk.setLocale('zh-Hans')")
    expect(customer.panel.get_by_role("button", name="转人工客服")).to_be_visible()
    expect(customer.launcher).to_have_attribute("aria-label", "关闭客服聊天")
    expect(customer.field).to_have_value("kept")


def test_what_a_host_sets_wrongly_is_said_and_breaks_nothing(
    visit: Visit, host: LiveServer
) -> None:
    page = visit()
    warned: list[str] = []
    page.on("console", lambda said: said.type == "warning" and warned.append(said.text))
    wrong = 'data-accent="teal" data-position="top" data-side-offset="-3" data-theme="pink"'
    customer = customer_of(page, host, wrong).open()
    expect(customer.field).to_be_visible()
    told = " ".join(warned)
    assert all(name in told for name in ("accent:", "position:", "sideOffset:", "theme:"))
    assert 'it should be a colour such as "#1f5f8b"' in told


def test_place_colour_and_theme_are_the_hosts(
    visit: Visit, host: LiveServer, screenshot: Screenshot
) -> None:
    page = visit(color_scheme="light")
    given = (
        'data-accent="#7a7a7a" data-position="left" data-side-offset="40" '
        'data-bottom-offset="60" data-theme="dark"'
    )
    customer = customer_of(page, host, given).open()
    box = customer.launcher.bounding_box()
    assert box is not None
    assert (box["x"], round(box["y"] + box["height"])) == (40, 740)
    style = customer.panel.locator("html").evaluate("e => getComputedStyle(e).backgroundColor")
    assert style == "rgb(24, 29, 37)"
    ratio = customer.panel.locator(".header").evaluate(CONTRAST)
    assert ratio >= 4.5
    screenshot(page, "widget-host-settings")


CONTRAST = """(element) => {
  const level = (colour) => colour.match(/\\d+/g).slice(0, 3).map((each) => {
    const share = each / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }).reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const style = getComputedStyle(element);
  const levels = [level(style.color), level(style.backgroundColor)].sort((a, b) => b - a);
  return (levels[0] + 0.05) / (levels[1] + 0.05);
}"""


def test_who_is_signed_in_with_the_host_is_known_at_the_desk(
    visit: Visit, host: LiveServer
) -> None:
    page = visit()
    customer = customer_of(page, host)
    token = signed(time.time() + 600, sub="4711", name="Eve", email="eve@home.example")
    page.evaluate(
        "window.states = []; Frontdesk.on('identity', ({state}) => states.push(state));"
        f"Frontdesk.identify('{token}')"
    )
    customer.open()
    with page.expect_request("**/api/chat/sessions") as begun:
        customer.say("hello")
    assert begun.value.post_data_json["customer"] == token
    expect(customer.replies()).to_have_count(2)
    assert page.evaluate("states") == ["signed-in"]


def test_a_token_that_is_over_is_asked_for_anew(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host)
    old, fresh = signed(time.time() - 600, sub="7"), signed(time.time() + 600, sub="7")
    page.evaluate(
        "window.states = []; Frontdesk.on('identity', ({state}) => states.push(state));"
        f"const tokens = ['{old}', '{fresh}']; Frontdesk.identify(async () => tokens.shift())"
    )
    customer.open().say("hello")
    expect(customer.replies()).to_have_count(2)
    assert page.evaluate("states") == ["refused", "signed-in"]


def test_a_forged_token_makes_nobody_but_a_visitor(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host)
    page.evaluate(
        "window.states = []; Frontdesk.on('identity', (told) => states.push(told));"
        "Frontdesk.identify('eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.')"
    )
    customer.open().say("hello")
    expect(customer.replies()).to_have_count(2)
    told = page.evaluate("states")[0]
    assert (told["state"], "HS256" in told["reason"]) == ("refused", True)


def test_a_log_out_leaves_nothing_to_whoever_comes_next(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    customer.say("my secret question")
    expect(customer.replies()).to_have_count(2)
    customer.field.fill("half a thought")
    page.evaluate("Frontdesk.close()")
    page.reload()
    expect(customer.launcher).to_be_visible()
    page.evaluate("Frontdesk.reset()")
    customer.open()
    expect(customer.own("my secret question")).to_have_count(0)
    expect(customer.field).to_have_value("")
    assert customer.panel.locator("html").evaluate("() => localStorage.length") == 0


def test_an_answer_on_another_page_is_counted_at_the_button(
    visit: Visit, host: LiveServer, screenshot: Screenshot
) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    customer.say("how do I return a bike?")
    expect(customer.replies()).to_have_count(2)
    page.evaluate("Frontdesk.close()")
    write_elsewhere(host, token_of(customer), "and a helmet?")
    page.get_by_role("link", name="Next page").click()
    badge = page.locator("#frontdesk .unread")
    expect(badge).to_have_text("1")
    expect(customer.launcher).to_have_attribute("aria-label", "Open chat, 1 new message")
    screenshot(page, "widget-unread")
    customer.open()
    expect(badge).to_be_hidden()


def test_an_open_chat_stays_open_over_pages(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    customer.field.fill("nothing typed is lost")
    page.get_by_role("link", name="Next page").click()
    expect(customer.field).to_have_value("nothing typed is lost")
    expect(customer.field).not_to_be_focused()


def test_the_focus_goes_back_to_what_opened_the_chat(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host)
    page.get_by_role("button", name="Help").focus()
    page.evaluate("Frontdesk.open()")
    expect(customer.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Help")).to_be_focused()


def test_over_a_whole_phone_the_focus_stays_in_the_chat(visit: Visit, host: LiveServer) -> None:
    page = visit(viewport=PHONE)
    customer_of(page, host).open()
    expect(page.locator("#frontdesk .panel")).to_have_attribute("aria-modal", "true")
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.id || document.activeElement.tagName")
        assert focused in ("frontdesk", "BODY")
    page.keyboard.press("Escape")
    expect(page.locator("#frontdesk button")).to_be_focused()


def test_forged_messages_move_nothing(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    page.evaluate(
        "window.postMessage({frontdesk: 'close'}, '*');"
        "window.postMessage({frontdesk: 'accent', accent: '#ff0000'}, '*')"
    )
    panel = next(frame for frame in page.frames if "/widget/" in frame.url)
    panel.evaluate(
        "window.postMessage({frontdesk: 'send', text: 'forged'}, '*');"
        "window.postMessage({frontdesk: 'reset'}, '*')"
    )
    page.wait_for_timeout(300)
    expect(customer.field).to_be_visible()
    expect(customer.own("forged")).to_have_count(0)
    accent = page.locator("#frontdesk").evaluate("e => e.style.getPropertyValue('--accent')")
    assert accent != "#ff0000"


@pytest.mark.parametrize("path", ["/widget/", "/desk/", "/"])
def test_a_page_that_is_not_listed_frames_nothing(
    visit: Visit, host: LiveServer, complaints: list[str], path: str
) -> None:
    page = visit()
    thief = f'<!doctype html><iframe src="{host.url}{path}"></iframe>'
    serve_at(page, "http://thief.test", thief, "default-src *")
    page.goto("http://thief.test/")
    page.wait_for_timeout(1_000)
    inside = page.frames[1]
    assert inside.url.startswith("chrome-error:") or inside.locator("body *").count() == 0
    assert complaints
    complaints.clear()


def test_a_socket_from_a_page_that_is_not_listed_is_refused(visit: Visit, host: LiveServer) -> None:
    page = visit()
    customer = customer_of(page, host).open()
    customer.say("hello")
    expect(customer.replies()).to_have_count(2)
    stored = token_of(customer)
    serve_at(page, "http://thief.test", "<!doctype html>", "default-src *")
    page.goto("http://thief.test/")
    opened = page.evaluate(
        """([address, token]) => new Promise((done) => {
          const socket = new WebSocket(address, ["frontdesk.v1", `frontdesk.${token}`]);
          socket.onopen = () => done(true);
          socket.onerror = () => done(false);
        })""",
        [host.websocket_url, stored],
    )
    assert opened is False
