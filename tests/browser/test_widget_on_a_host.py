"""The widget on somebody else's page: its calls, who the customer is, and who may not come near."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from live import LiveServer
from playwright.sync_api import Page, expect

from .customer import Customer
from .host_page import Site, signed, site, widget_server

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
Screenshot = Callable[[Page, str], None]
Arrive = Callable[..., Customer]
PHONE = {"width": 390, "height": 844}
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def shop() -> Iterator[Site]:
    """The site that may embed the widget."""
    with site() as serving:
        yield serving


@pytest.fixture
def thief() -> Iterator[Site]:
    """A site that may not."""
    with site() as serving:
        yield serving


@pytest.fixture(scope="module")
def host(prepared_home, tmp_path_factory, shop) -> Iterator[LiveServer]:
    """A server whose widget the shop may embed."""
    folder = tmp_path_factory.mktemp("host")
    server = widget_server(
        prepared_home, folder, f"embed_hosts: ['{shop.host}', '{shop.foreign_host}']"
    )
    server.start()
    yield server
    server.stop()


@pytest.fixture
def arrive(shop, host) -> Arrive:
    """Comes to the shop's page; the chat is there, and closed."""

    def come(page: Page, attributes: str = "") -> Customer:
        shop.embed(host, attributes)
        return Customer(page, shop.url).arrive()

    return come


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
    visit: Visit, arrive: Arrive, screenshot: Screenshot
) -> None:
    page = visit()
    page.context.add_init_script(WATCH_SHIFTS)
    customer = arrive(page).open()
    customer.say("what is a trade-in?")
    expect(customer.replies()).to_have_count(2)
    assert page.evaluate("shifted") == 0
    assert page.evaluate("Object.keys(localStorage)") == ["frontdesk.kept"]
    screenshot(page, "widget-on-a-strict-host")


def test_where_frames_may_store_nothing_the_chat_still_works(
    visit: Visit, host: LiveServer, shop: Site
) -> None:
    shop.embed(host)
    customer = Customer(visit(), f"http://{shop.foreign_host}/").arrive().open()
    customer.say("what is a trade-in?")
    expect(customer.replies()).to_have_count(2)


def test_the_host_calls_and_hears(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page)
    page.evaluate(
        "window.heard = []; window.listener = () => heard.push('open');"
        "Frontdesk.on('open', listener); Frontdesk.on('close', () => heard.push('close'));"
        "Frontdesk.on('message', (message) => heard.push(message.author)); null"
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


def test_the_language_changes_while_the_chat_is_open(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page).open()
    customer.field.fill("kept")
    page.evaluate("Frontdesk.setLocale('zh-Hans')")
    expect(customer.panel.get_by_role("button", name="转人工客服")).to_be_visible()
    expect(customer.launcher).to_have_attribute("aria-label", "关闭客服聊天")
    expect(customer.field).to_have_value("kept")


def test_what_a_host_sets_wrongly_is_said_and_breaks_nothing(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    warned: list[str] = []
    page.on("console", lambda said: said.type == "warning" and warned.append(said.text))
    wrong = 'data-accent="teal" data-position="top" data-side-offset="-3" data-theme="pink"'
    customer = arrive(page, wrong).open()
    expect(customer.field).to_be_visible()
    told = " ".join(warned)
    assert all(name in told for name in ("accent:", "position:", "sideOffset:", "theme:"))
    assert 'it should be a colour such as "#1f5f8b"' in told


def test_place_colour_and_theme_are_the_hosts(
    visit: Visit, arrive: Arrive, screenshot: Screenshot
) -> None:
    page = visit(color_scheme="light")
    given = (
        'data-accent="#7a7a7a" data-position="left" data-side-offset="40" '
        'data-bottom-offset="60" data-theme="dark"'
    )
    customer = arrive(page, given)
    box = customer.launcher.bounding_box()
    assert box is not None
    assert (box["x"], round(box["y"] + box["height"])) == (40, 740)
    customer.open()
    style = customer.panel.locator("main").evaluate("e => getComputedStyle(e).backgroundColor")
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


def test_who_is_signed_in_with_the_host_is_known_at_the_desk(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page)
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


def test_a_token_that_is_over_is_asked_for_anew(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page)
    old, fresh = signed(time.time() - 600, sub="7"), signed(time.time() + 600, sub="7")
    page.evaluate(
        "window.states = []; Frontdesk.on('identity', ({state}) => states.push(state));"
        f"const tokens = ['{old}', '{fresh}']; Frontdesk.identify(async () => tokens.shift())"
    )
    customer.open().say("hello")
    expect(customer.replies()).to_have_count(2)
    assert page.evaluate("states") == ["refused", "signed-in"]


def test_a_forged_token_makes_nobody_but_a_visitor(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page)
    page.evaluate(
        "window.states = []; Frontdesk.on('identity', (told) => states.push(told));"
        "Frontdesk.identify('eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.')"
    )
    customer.open().say("hello")
    expect(customer.replies()).to_have_count(2)
    told = page.evaluate("states")[0]
    assert (told["state"], "HS256" in told["reason"]) == ("refused", True)


def test_a_log_out_leaves_nothing_to_whoever_comes_next(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page).open()
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
    visit: Visit, host: LiveServer, arrive: Arrive, screenshot: Screenshot
) -> None:
    page = visit()
    customer = arrive(page).open()
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


def test_an_open_chat_stays_open_over_pages(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page).open()
    customer.field.fill("nothing typed is lost")
    page.get_by_role("link", name="Next page").click()
    expect(customer.field).to_have_value("nothing typed is lost")
    expect(customer.field).not_to_be_focused()


def test_the_focus_goes_back_to_what_opened_the_chat(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page)
    page.get_by_role("button", name="Help").focus()
    page.evaluate("Frontdesk.open()")
    expect(customer.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Help")).to_be_focused()


def test_over_a_whole_phone_the_focus_stays_in_the_chat(visit: Visit, arrive: Arrive) -> None:
    page = visit(viewport=PHONE)
    arrive(page).open()
    expect(page.locator("#frontdesk .panel")).to_have_attribute("aria-modal", "true")
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.id || document.activeElement.tagName")
        assert focused in ("frontdesk", "BODY")
    page.keyboard.press("Escape")
    expect(page.locator("#frontdesk button")).to_be_focused()


def test_forged_messages_move_nothing(visit: Visit, arrive: Arrive) -> None:
    page = visit()
    customer = arrive(page).open()
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
    visit: Visit, host: LiveServer, thief: Site, complaints: list[str], path: str
) -> None:
    thief.html = f'<!doctype html><iframe src="{host.url}{path}"></iframe>'
    thief.policy = "default-src *"
    page = visit()
    page.goto(thief.url)
    page.wait_for_timeout(1_000)
    assert page.frames[1].url.startswith("chrome-error:")
    assert "frame-ancestors" in complaints[0]
    complaints.clear()


def test_a_socket_from_a_page_that_is_not_listed_is_refused(
    visit: Visit, host: LiveServer, thief: Site, arrive: Arrive
) -> None:
    page = visit()
    customer = arrive(page).open()
    customer.say("hello")
    expect(customer.replies()).to_have_count(2)
    stored = token_of(customer)
    thief.policy = "default-src * 'unsafe-eval'"
    page.goto(thief.url)
    opened = page.evaluate(
        """([address, token]) => new Promise((done) => {
          const socket = new WebSocket(address, ["frontdesk.v1", `frontdesk.${token}`]);
          socket.onopen = () => done(true);
          socket.onerror = () => done(false);
        })""",
        [host.websocket_url, stored],
    )
    assert opened is False
