"""Signed links: one conversation, a fixed time, and a key that can be thrown away."""

from __future__ import annotations

from datetime import timedelta

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from situations import NOON

from bot.conversations.links import LINK_LIFETIME, InvalidLinkError, Links


def token_of(links: Links, conversation: str = "c1") -> str:
    address = links.address("https://help.shop.example/", conversation, NOON)
    assert address.startswith("https://help.shop.example/c/")
    return address.rpartition("/")[2]


def test_a_link_leads_to_its_conversation_until_it_expires(tmp_path):
    links = Links(tmp_path)
    token = token_of(links)
    assert links.conversation(token, NOON + LINK_LIFETIME - timedelta(seconds=1)) == "c1"
    with pytest.raises(InvalidLinkError, match="expired"):
        links.conversation(token, NOON + LINK_LIFETIME)


def test_the_key_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    first, again = token_of(Links(tmp_path)), token_of(Links(tmp_path))
    key = tmp_path / "secrets" / "links.key"
    assert first == again
    assert key.stat().st_mode & 0o077 == 0
    assert [each.name for each in key.parent.iterdir()] == ["links.key"]


def test_throwing_the_key_away_ends_every_link(tmp_path):
    links = Links(tmp_path)
    token = token_of(links)
    (tmp_path / "secrets" / "links.key").unlink()
    for _ in range(2):
        with pytest.raises(InvalidLinkError, match="not valid"):
            links.conversation(token, NOON)
        token_of(links)


@given(st.text(max_size=300))
def test_what_is_no_link_of_ours_is_refused(tmp_path_factory, text):
    links = Links(tmp_path_factory.getbasetemp())
    with pytest.raises(InvalidLinkError):
        links.conversation(text, NOON)


def test_a_link_cannot_be_made_without_the_key(tmp_path):
    links = Links(tmp_path)
    token_of(links)
    key = (tmp_path / "secrets" / "links.key").read_bytes()
    good = {"aud": "frontdesk link", "sub": "c1", "exp": NOON + timedelta(days=1)}
    forged = [
        jwt.encode(good, "x" * 32),
        jwt.encode(good, None, algorithm="none"),
        jwt.encode({**good, "aud": "another"}, key),
        jwt.encode({"aud": good["aud"], "sub": "c1"}, key),
        jwt.encode({**good, "exp": 10**20}, key),
    ]
    for token in forged:
        with pytest.raises(InvalidLinkError):
            links.conversation(token, NOON)
    assert links.conversation(jwt.encode(good, key), NOON) == "c1"
