"""Customers for whom the host vouches: what is believed, what is not, and what follows from it."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest

from bot.channels.web.identity import InvalidIdentityError, customer_of_token
from bot.channels.web.pre_chat import vouched_details
from bot.conversations.customers import SignedInCustomer
from bot.conversations.intake import Inbound, accept
from bot.conversations.links import Links
from bot.conversations.tokens import further_token
from bot.conversations.turns import load_turn
from bot.settings.widget import PreChatSettings
from bot.store.tables import ConversationRow

SECRET = b"a secret of the host's and of ours"
HOUR = 3_600


@pytest.fixture
def vouching(shop):
    """A shop that believes the host."""
    shop.services.settings = replace(shop.services.settings, identity_secret=SECRET)
    return shop


def token(shop, *, key: Any = SECRET, algorithm: str = "HS256", **claims: Any) -> str:
    now = int(shop.services.clock().timestamp())
    given = {"sub": "4711", "exp": now + HOUR, "email": "eve@home.example", "name": "Eve", **claims}
    return jwt.encode({k: v for k, v in given.items() if v is not None}, key, algorithm)


def begin(shop, customer: str):
    return shop.client.post("/api/chat/sessions", json={"customer": customer})


def row(shop, conversation: str) -> ConversationRow:
    with shop.services.database.read() as session:
        found = session.get_one(ConversationRow, conversation)
        session.expunge(found)
        return found


def test_a_conversation_is_that_of_the_person_whom_the_host_names(vouching):
    begun = begin(vouching, token(vouching))
    assert begun.status_code == 201
    kept = row(vouching, begun.json()["conversation_id"])
    assert (kept.signed_in, kept.customer, kept.customer_key, kept.customer_email) == (
        True, "Eve", "web:4711", "eve@home.example",
    )  # fmt: skip


def test_a_name_and_an_address_may_be_left_out(vouching):
    begun = begin(vouching, token(vouching, name=None, email=None))
    kept = row(vouching, begun.json()["conversation_id"])
    assert (kept.signed_in, kept.customer, kept.customer_email) == (True, None, None)


def test_the_turn_tells_the_dialog_who_is_signed_in(vouching):
    database, now = vouching.services.database, vouching.services.clock()
    signed = begin(vouching, token(vouching, name=None)).json()["conversation_id"]
    anonymous = vouching.customer().id
    for conversation in (signed, anonymous):
        accept(database, conversation, Inbound("k", "hello"), now)
    turns = [load_turn(database, conversation, now) for conversation in (signed, anonymous)]
    assert [turn and dict(turn.identity) for turn in turns] == [
        {"customer_id": "4711", "email": "eve@home.example"},
        {},
    ]


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": -HOUR}, "expired"),
        ({"exp": -61}, "expired"),
        ({"exp": 25 * HOUR}, "24 hours"),
        ({"iat": 120}, "`iat`"),
        ({"nbf": 120}, "`nbf`"),
    ],
)
def test_a_token_of_another_time_is_refused(vouching, claims, reason):
    now = int(vouching.services.clock().timestamp())
    moved = {name: now + offset for name, offset in claims.items()}
    refused = begin(vouching, token(vouching, **moved))
    assert refused.status_code == 401
    assert reason in refused.json()["detail"]


@pytest.mark.parametrize(
    "claims", [{"exp": -30}, {"exp": 24 * HOUR + 30}, {"iat": 30}, {"nbf": 30}, {"iat": -9 * HOUR}]
)
def test_clocks_may_differ_by_a_minute(vouching, claims):
    now = int(vouching.services.clock().timestamp())
    moved = {name: now + offset for name, offset in claims.items()}
    assert begin(vouching, token(vouching, **moved)).status_code == 201


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"sub": None}, "`sub`"),
        ({"sub": 4711}, "`sub`"),
        ({"sub": "  "}, "`sub`"),
        ({"sub": "a\nb"}, "`sub`"),
        ({"sub": "x" * 201}, "`sub`"),
        ({"exp": None}, "`exp`"),
        ({"exp": "tomorrow"}, "`exp`"),
        ({"exp": 10**30}, "`exp`"),
        ({"exp": True}, "`exp`"),
        ({"email": "eve"}, "`email`"),
        ({"email": "eve@home.example\r\nBcc: all@x.y"}, "`email`"),
        ({"name": ["Eve"]}, "`name`"),
    ],
)
def test_what_a_token_lacks_is_named(vouching, claims, reason):
    refused = begin(vouching, token(vouching, **claims))
    assert refused.status_code == 401
    assert reason in refused.json()["detail"]


def forged_with_none(shop) -> str:
    return token(shop, key=None, algorithm="none")


def forged_with_another_key(shop) -> str:
    return token(shop, key=b"another secret, of the same length")


def forged_with_another_algorithm(shop) -> str:
    return token(shop, key=SECRET * 2, algorithm="HS512")


def forged_header(shop) -> str:
    _, body, signature = token(shop).split(".")
    header = base64.urlsafe_b64encode(json.dumps({"alg": "RS256", "typ": "JWT"}).encode())
    return f"{header.decode().rstrip('=')}.{body}.{signature}"


def forged_body(shop) -> str:
    header, _, signature = token(shop).split(".")
    return f"{header}.{token(shop, sub='somebody else').split('.')[1]}.{signature}"


@pytest.mark.parametrize(
    "forge",
    [
        forged_with_none, forged_with_another_key, forged_with_another_algorithm, forged_header,
        forged_body, lambda _: "x", lambda _: "a.b.c", lambda _: "é.é.é",
    ],
)  # fmt: skip
def test_what_the_host_did_not_sign_is_refused_and_nothing_secret_is_said(vouching, forge):
    refused = begin(vouching, forge(vouching))
    assert refused.status_code == 401
    assert refused.headers["content-type"] == "application/problem+json"
    assert SECRET.decode() not in refused.text


def test_a_body_that_is_no_object_is_refused(vouching):
    signer = jwt.PyJWS()
    now = vouching.services.clock()
    for payload in (b"[]", b'"4711"', b"not json"):
        with pytest.raises(InvalidIdentityError):
            customer_of_token(signer.encode(payload, SECRET, "HS256"), SECRET, now)


def test_without_a_secret_nobody_can_be_signed_in(shop):
    refused = begin(shop, token(shop))
    assert refused.status_code == 422
    assert "FRONTDESK_IDENTITY_SECRET" in refused.json()["detail"]


def test_a_signed_in_customer_sees_which_conversations_are_theirs(vouching):
    mine = [begin(vouching, token(vouching)).json() for _ in range(2)]
    begin(vouching, token(vouching, sub="another"))
    anonymous = vouching.customer()
    listed = earlier(vouching, mine[0]["token"])
    assert {each["id"] for each in listed.json()["conversations"]} == {
        each["conversation_id"] for each in mine
    }
    assert earlier(vouching, anonymous.token).status_code == 404
    assert vouching.client.get("/api/chat/conversations").status_code == 404


def test_whoever_comes_by_a_link_is_not_signed_in(vouching):
    begun = begin(vouching, token(vouching)).json()
    services = vouching.services
    address = Links(services.settings.home).address(
        "http://x", begun["conversation_id"], services.clock()
    )
    link = address.rpartition("/")[2]
    resumed = vouching.client.post("/api/chat/sessions/resume", json={"link": link}).json()
    assert earlier(vouching, resumed["token"]).status_code == 404
    assert not row(vouching, begun["conversation_id"]).signed_in


def earlier(shop, session_token: str):
    headers = {"Authorization": f"Bearer {session_token}"}
    return shop.client.get("/api/chat/conversations", headers=headers)


def identify(shop, session_token: str, customer: str):
    headers = {"Authorization": f"Bearer {session_token}"}
    return shop.client.post("/api/chat/identity", json={"customer": customer}, headers=headers)


def test_a_visitor_who_signs_in_keeps_the_conversation(vouching):
    visitor = vouching.customer()
    signed = identify(vouching, visitor.token, token(vouching))
    assert signed.status_code == 200
    assert signed.json()["signed_in_until"] is not None
    kept = row(vouching, visitor.id)
    assert (kept.signed_in, kept.customer_key, kept.customer) == (True, "web:4711", "Eve")


def test_a_signature_that_is_over_vouches_for_nobody_until_it_is_renewed(vouching):
    begun = begin(vouching, token(vouching)).json()
    services, before = vouching.services, vouching.services.clock
    services.clock = lambda: before() + timedelta(hours=2)
    database, conversation = services.database, begun["conversation_id"]
    accept(database, conversation, Inbound("k", "hello"), services.clock())
    turn = load_turn(database, conversation, services.clock())
    assert turn is not None
    assert dict(turn.identity) == {}
    assert earlier(vouching, begun["token"]).status_code == 404
    renewed = identify(vouching, begun["token"], token(vouching))
    assert renewed.status_code == 200
    assert earlier(vouching, begun["token"]).status_code == 200


def test_a_conversation_does_not_change_hands(vouching):
    begun = begin(vouching, token(vouching)).json()
    refused = identify(vouching, begun["token"], token(vouching, sub="another"))
    assert (refused.status_code, "another customer's" in refused.json()["detail"]) == (409, True)
    assert row(vouching, begun["conversation_id"]).customer_key == "web:4711"


def test_whoever_holds_a_link_is_not_signed_in_with_the_other_browser(vouching):
    begun = begin(vouching, token(vouching)).json()
    services = vouching.services
    further = further_token(services.database, begun["conversation_id"], services.clock())
    assert identify(vouching, further.token, token(vouching)).status_code == 404
    kept = identify(vouching, begun["token"], token(vouching))
    assert kept.json() == {"signed_in_until": None}
    assert not row(vouching, begun["conversation_id"]).signed_in


def test_who_is_signed_in_is_forgotten_everywhere(vouching):
    mine = [begin(vouching, token(vouching)).json() for _ in range(2)]
    another = begin(vouching, token(vouching, sub="another")).json()
    headers = {"Authorization": f"Bearer {mine[0]['token']}"}
    erased = vouching.client.delete("/api/chat/conversation", headers=headers).json()["erased"]
    assert erased["conversations"] == 2
    assert row(vouching, another["conversation_id"]).customer_key == "web:another"


def test_a_form_need_not_ask_what_the_host_vouches_for(vouching):
    customer = SignedInCustomer("7", vouching.services.clock(), "Eve", "eve@home.example")
    form = PreChatSettings(fields=("email", "topic"))
    assert vouched_details(customer, form) == {"email": "eve@home.example"}
    assert vouched_details(None, form) == {}
