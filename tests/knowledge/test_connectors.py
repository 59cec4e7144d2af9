"""Pulling: page by page, incremental, patient with what passes, and honest about what does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from knowledge import Article, PullFailedError, RefusedAddressError, SkippedRecord, Transcript
from knowledge.connectors import CannedAnswer, PullState, connect, pull
from knowledge.errors import RefusedTokenError
from knowledge.importers.chatwoot import chatwoot_conversation
from knowledge.importers.intercom import intercom_conversation
from tests.fakes.help_desk_api import TOKEN, Answer, Chatwoot, HelpDesk, Intercom, Zendesk, served

VENDORS = ("zendesk", "intercom", "chatwoot")
BROKEN = Answer(b'{"tickets": [{"id"')


class Pulled:
    """One pull: what came, what was skipped, and the state after its last page.

    ``pages`` of conversations interrupt it.
    """

    def __init__(self, vendor: str, url: str, state: PullState, pages: int | None = None) -> None:
        self.transcripts: list[Transcript] = []
        self.answers: list[CannedAnswer] = []
        self.articles: list[Article] = []
        self.skipped: list[SkippedRecord] = []
        self.state = state
        connector = connect(vendor, TOKEN, url)
        done = 0
        try:
            for page in pull(connector, state, self.skipped.append):
                self.transcripts += page.transcripts
                self.answers += page.answers
                self.articles += page.articles
                self.state = PullState.from_json(page.state.to_json())
                done += bool(page.transcripts)
                if done == pages:
                    break
        finally:
            connector.close()

    @property
    def ids(self) -> list[str]:
        return [transcript.id for transcript in self.transcripts]


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What would have been waited."""
    slept: list[float] = []
    monkeypatch.setattr("knowledge.connectors.client.sleep", slept.append)
    return slept


def message(number: int, text: str, kind: int = 0) -> dict[str, Any]:
    return {"id": number, "content": text, "message_type": kind, "created_at": number,
            "conversation_id": 1, "sender": {"id": 1, "type": "user"}}  # fmt: skip


def add_conversation(desk: HelpDesk, number: int, changed: int, text: str = "Where is it?") -> None:
    """A conversation, or a newer version of it."""
    if isinstance(desk, Zendesk):
        ticket = {"id": number, "requester_id": 7, "status": "open", "via": {"channel": "web"},
                  "generated_timestamp": changed}  # fmt: skip
        desk.tickets = [each for each in desk.tickets if each["id"] != number] + [ticket]
        desk.comments[str(number)] = [
            {"id": each, "author_id": who, "body": words, "created_at": "2025-03-01T10:00:00Z"}
            for each, (who, words) in enumerate([(7, text), (8, "Today"), (7, "Thanks")], 1)
        ]
    elif isinstance(desk, Intercom):
        author = {"type": "user", "id": "7"}
        part = {"part_type": "comment", "body": "<p>Today</p>", "author": {"type": "admin"}}
        whole = {"type": "conversation", "id": str(number), "updated_at": changed,
                 "created_at": 1, "source": {"body": text, "author": author},
                 "contacts": {"contacts": [{"id": "7"}]},
                 "conversation_parts": {"conversation_parts": [part]}}  # fmt: skip
        kept = [each for each in desk.conversations if each["id"] != str(number)]
        desk.conversations = [*kept, whole]
    elif isinstance(desk, Chatwoot):
        desk.messages[str(number)] = [
            message(1, text), message(2, "Today", 1), message(3, "When today?"),
            message(4, "Soon", 1), message(5, "Thanks"),
        ]  # fmt: skip
        head = {"id": number, "status": "resolved", "inbox_id": 1, "last_activity_at": changed,
                "messages": [message(5, "Thanks")]}  # fmt: skip
        desk.conversations = [c for c in desk.conversations if c["id"] != number] + [head]


@pytest.fixture(params=VENDORS)
def desk(request: pytest.FixtureRequest) -> Iterator[tuple[str, HelpDesk]]:
    """A help desk of each vendor with five conversations, changed at 101 to 105."""
    made: HelpDesk = {"zendesk": Zendesk, "intercom": Intercom, "chatwoot": Chatwoot}[
        request.param
    ]()
    for number in range(1, 6):
        add_conversation(made, number, 100 + number)
    with served(made):
        yield request.param, made


LISTS = {
    "zendesk": "/api/v2/incremental/tickets/cursor.json",
    "intercom": "/conversations/search",
    "chatwoot": "/api/v1/accounts/3/conversations",
}
WHOLE = {
    "zendesk": "/api/v2/tickets/{}/comments.json",
    "intercom": "/conversations/{}",
    "chatwoot": "/api/v1/accounts/3/conversations/{}/messages",
}


def test_all_pages_come_and_each_conversation_whole(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    pulled = Pulled(vendor, made.url, PullState())
    assert sorted(pulled.ids) == ["1", "2", "3", "4", "5"]
    words = [turn.text for turn in pulled.transcripts[0].turns]
    assert words[:2] == ["Where is it?", "Today"]
    assert words[-1] == {"intercom": "Today"}.get(vendor, "Thanks")
    assert all(each.method == "GET" or each.path.endswith("/search") for each in made.asked)


def test_a_later_pull_brings_only_what_changed(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    first = Pulled(vendor, made.url, PullState())
    add_conversation(made, 2, 200, "Where is it now?")
    add_conversation(made, 6, 201)
    second = Pulled(vendor, made.url, first.state)
    assert {"2", "6"} <= set(second.ids) <= {"2", "5", "6"}
    assert set(Pulled(vendor, made.url, second.state).ids) <= {"6"}


def test_an_interrupted_pull_goes_on_where_it_stopped(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    whole = Pulled(vendor, made.url, PullState())
    first = Pulled(vendor, made.url, PullState(), pages=2)
    assert len(first.ids) == 4
    second = Pulled(vendor, made.url, first.state)
    assert set(first.ids) | set(second.ids) == set(whole.ids)
    assert len(second.ids) < 5


def test_a_record_that_cannot_be_had_is_told_and_the_others_come(
    desk: tuple[str, HelpDesk], naps: list[float]
) -> None:
    vendor, made = desk
    made.trouble[WHOLE[vendor].format(2)] = [BROKEN] * 6
    made.trouble[WHOLE[vendor].format(4)] = [Answer({}, 404)]
    pulled = Pulled(vendor, made.url, PullState())
    assert sorted(pulled.ids) == ["1", "3", "5"]
    told = {each.position: each.reason for each in pulled.skipped if "conv" in each.position}
    assert "broken JSON" in told["conversation 2"]
    assert "404" in told["conversation 4"]


def test_where_everything_fails_the_pull_stops_instead_of_losing_it(
    desk: tuple[str, HelpDesk], naps: list[float]
) -> None:
    vendor, made = desk
    for number in range(1, 6):
        made.trouble[WHOLE[vendor].format(number)] = [Answer({}, 500)] * 20
    with pytest.raises(PullFailedError, match="goes on from there"):
        Pulled(vendor, made.url, PullState())


def test_limits_are_obeyed_and_passing_faults_outlasted(
    desk: tuple[str, HelpDesk], naps: list[float]
) -> None:
    vendor, made = desk
    made.trouble[LISTS[vendor]] = [
        Answer({}, 429, {"Retry-After": "7"}), Answer({}, 503), BROKEN,
        Answer({}, 429, {"X-RateLimit-Reset": "33"}),
    ]  # fmt: skip
    pulled = Pulled(vendor, made.url, PullState())
    assert len(pulled.ids) == 5
    assert [nap for nap in naps if nap][:4] == [7.0, 2.0, 4.0, 33.0]


def test_a_page_without_its_list_is_no_end(desk: tuple[str, HelpDesk], naps: list[float]) -> None:
    vendor, made = desk
    made.trouble[LISTS[vendor]] = [Answer({"type": "error.list"})] * 2
    with pytest.raises(PullFailedError, match="a page holds no list"):
        Pulled(vendor, made.url, PullState())


def test_records_of_no_use_are_told_with_their_place(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    damaged = {"id": {}, "generated_timestamp": 99, "updated_at": 99, "last_activity_at": 99}
    heads = made.tickets if isinstance(made, Zendesk) else made.conversations  # type: ignore[attr-defined]
    heads.append(damaged)
    pulled = Pulled(vendor, made.url, PullState())
    assert len(pulled.ids) == 5
    assert "has no id" in [each.reason for each in pulled.skipped]


def test_a_wrong_token_is_refused(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    connector = connect(vendor, "wrong", made.url)
    with pytest.raises(RefusedTokenError, match="401"):
        list(pull(connector, PullState(), lambda _: None))
    connector.close()


def test_a_redirect_to_another_host_is_refused(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    made.trouble[WHOLE[vendor].format(3)] = [
        Answer(b"", 302, {"Location": "https://evil.example/x"})
    ]
    pulled = Pulled(vendor, made.url, PullState())
    told = [each.reason for each in pulled.skipped if each.position == "conversation 3"]
    assert "evil.example, which was not named" in told[0]


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    "url", ["http://desk.example", "https://me:pw@desk.example", "ftp://desk.example", "desk"]
)
def test_unsafe_addresses_are_refused(vendor: str, url: str) -> None:
    with pytest.raises(RefusedAddressError):
        connect(vendor, TOKEN, url)


def test_zendesk_and_chatwoot_need_an_address() -> None:
    for vendor in ("zendesk", "chatwoot"):
        with pytest.raises(RefusedAddressError, match="--base-url"):
            connect(vendor, TOKEN)


def test_a_forgotten_pointer_begins_again_from_the_latest_change() -> None:
    made = Intercom()
    for number in range(1, 6):
        add_conversation(made, number, 100 + number)
    with served(made):
        first = Pulled("intercom", made.url, PullState(), pages=1)
        assert first.ids == ["1", "2"]
        made.trouble["/conversations/search"] = [Answer({"type": "error.list"}, 400)]
        assert Pulled("intercom", made.url, first.state).ids == ["2", "3", "4", "5"]


def test_zendesk_tells_people_by_their_roles_and_brings_macros_and_articles() -> None:
    made = Zendesk()
    add_conversation(made, 1, 101)
    made.users = [{"id": 7, "role": "end-user", "locale": "da", "name": "Ane"},
                  {"id": 8, "role": "agent", "name": "Ben"}]  # fmt: skip
    said = {"field": "comment_value_html", "value": "<p>Dear {{ticket.requester.first_name}}</p>"}
    note = [{"field": "comment_value", "value": "x"},
            {"field": "comment_mode_is_public", "value": "false"}]  # fmt: skip
    made.macros = [{"id": 1, "title": "Hello", "actions": [said]},
                   {"id": 2, "title": "Note", "actions": note},
                   {"id": 3, "title": "Old", "actions": [
                       {"field": "comment_value", "value": ["channel:all", "Bye"]}]}]  # fmt: skip
    article = {"id": 5, "title": "Fees", "body": "<p>None at all.</p>", "locale": "en-us",
               "html_url": "https://x.example/5", "updated_at": "2025-01-01T00:00:00Z",
               "user_segment_id": None}  # fmt: skip
    made.articles = [article, {**article, "id": 6, "user_segment_id": 9},
                     {**article, "id": 7, "draft": True}]  # fmt: skip
    with served(made):
        pulled = Pulled("zendesk", made.url, PullState())
        again = Pulled("zendesk", made.url, pulled.state)
    assert pulled.transcripts[0].language == "da"
    assert [(each.id, each.text, each.places) for each in pulled.answers] == [
        ("zendesk-1", "Dear [ticket requester first name]", ("ticket requester first name",)),
        ("zendesk-3", "Bye", ()),
    ]
    assert [(each.id, each.body, each.language) for each in pulled.articles] == [
        ("zendesk-5-en-us", "None at all.", "en-us")
    ]
    assert "is not visible to everybody" in [each.reason for each in pulled.skipped]
    assert [each.id for each in again.articles] == ["zendesk-5-en-us"]


def test_intercom_brings_contacts_languages_macros_and_published_articles() -> None:
    made = Intercom()
    add_conversation(made, 1, 101)
    add_conversation(made, 2, 102)
    made.contacts = {"7": {"id": "7", "browser_language": "fr"}}
    made.macros = [{"id": "9", "name": "Ready", "updated_at": "2025-01-01T00:00:00Z",
                    "body": '<p>Hi <attribute key="user.name" default="there"/>!</p>'}]  # fmt: skip
    text = {"title": "T", "body": "<p>Words.</p>", "state": "published", "updated_at": 5}
    made.articles = [{"id": "39", **text, "default_locale": "en",
                      "translated_content": {"type": "x", "en": text,
                                             "fr": {**text, "state": "draft"}}},
                     {"id": "40", **text, "state": "draft"}]  # fmt: skip
    with served(made):
        pulled = Pulled("intercom", made.url, PullState())
        assert [each.path for each in made.asked].count("/contacts/7") == 1
    assert [each.language for each in pulled.transcripts] == ["fr", "fr"]
    assert pulled.transcripts[0] == intercom_conversation(made.conversations[0], "fr")
    assert [(each.id, each.text) for each in pulled.answers] == [("intercom-9", "Hi [user name]!")]
    assert [(each.id, each.language) for each in pulled.articles] == [("intercom-39-en", "en")]


def test_chatwoot_finds_the_account_and_brings_canned_responses_and_articles() -> None:
    made = Chatwoot()
    add_conversation(made, 1, 101)
    made.canned = [{"id": 4, "short_code": "hi", "content": "Hi {{contact.name}}, {name}"}]
    article = {"id": 1, "title": "Fees", "content": "None.", "status": "published", "slug": "fees",
               "category": {"locale": "en"}}  # fmt: skip
    made.articles = [{**article, "status": "draft", "id": 2}, article]
    with served(made):
        pulled = Pulled("chatwoot", made.url, PullState())
        assert made.paths()[0] == "/api/v1/profile"
        Pulled("chatwoot", f"{made.url}/app/accounts/3/dashboard", PullState())
        assert "/api/v1/profile" not in made.paths()
        made.accounts = [{"id": 3}, {"id": 4}]
        with pytest.raises(RefusedAddressError, match="/app/accounts/3"):
            Pulled("chatwoot", made.url, PullState())
    whole = {**made.conversations[0], "messages": made.messages["1"]}
    assert pulled.transcripts == [chatwoot_conversation(whole)]
    assert [(each.title, each.text) for each in pulled.answers] == [
        ("hi", "Hi [contact name], (name)")
    ]
    assert [(each.id, each.url) for each in pulled.articles] == [
        ("chatwoot-1-en", f"{made.url}/hc/help/articles/fees")
    ]


def test_a_damaged_page_of_numbered_ones_is_passed_over(naps: list[float]) -> None:
    made = Chatwoot()
    for number in range(1, 7):
        add_conversation(made, number, 100 + number)
    path = "/api/v1/accounts/3/conversations"
    with served(made):
        first = Pulled("chatwoot", made.url, PullState(), pages=1)
        made.trouble[path] = [BROKEN] * 6
        second = Pulled("chatwoot", made.url, first.state)
    assert second.skipped[-1].position == "page 1 of the conversations"
    assert {"1", "2", "3", "4"} <= set(second.ids)


def test_where_articles_are_not_allowed_the_rest_is_pulled(desk: tuple[str, HelpDesk]) -> None:
    vendor, made = desk
    path = {"zendesk": "/api/v2/help_center/articles.json", "intercom": "/articles",
            "chatwoot": "/api/v1/accounts/3/portals"}[vendor]  # fmt: skip
    made.trouble[path] = [Answer({"error": "no such right"}, 401)]
    pulled = Pulled(vendor, made.url, PullState())
    assert len(pulled.ids) == 5
    assert "articles" in [each.position for each in pulled.skipped]
