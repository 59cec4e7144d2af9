"""robots.txt is read as RFC 9309 says."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.articles.robots import Robots


def allows(text: str, path: str, robot: str = "Frontdesk") -> bool:
    return Robots(text.encode(), robot).allows(f"https://shop.example{path}")


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Disallow: /a", "/b", True),
        ("Disallow: /a", "/a/b", False),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a/b\nDisallow: /a", "/a/c", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/x/y.pdf", False),
        ("Disallow: /*.pdf$", "/x/y.pdf?v=2", True),
        ("Disallow: /*?", "/x?y", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a*b*c", "/a-c-b", True),
        ("Disallow: /a*b*c", "/a-b-c-d", False),
        ("Disallow: /ab*b$", "/ab", True),
        ("Disallow:", "/x", True),
        ("Disallow: /%7Eada", "/~ada/x", False),
        ("Disallow: /ü", "/%C3%BC", False),
        ("Disallow: / # all of it", "/x", False),
        ("Disallow: /", "/robots.txt", True),
    ],
)
def test_the_longest_rule_decides(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}", path) is allowed


def test_rules_for_us_stand_before_those_for_everybody() -> None:
    text = (
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: frontdesk\nDisallow: /own\n"
    )
    assert allows(text, "/help")
    assert not allows(text, "/own")
    assert not allows(text, "/help", "Elsewhere")


def test_groups_of_the_same_robot_are_one() -> None:
    text = "User-agent: frontdesk\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
    text += "User-agent: Frontdesk\nDisallow: /b"
    assert (allows(text, "/a"), allows(text, "/b"), allows(text, "/c")) == (False, False, True)


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5\nDisallow: /a", 2.5),
        ("User-agent: *\nCrawl-delay: 2\n\nUser-agent: frontdesk\nDisallow: /a", 0),
        ("User-agent: *\nDisallow: /\n\nUser-agent: frontdesk\nCrawl-delay: 3", 3),
        ("User-agent: other\nCrawl-delay: 9", 0),
        ("User-agent: *\nCrawl-delay: soon", 0),
        ("User-agent: *\nCrawl-delay: -1", 0),
    ],
)
def test_how_long_to_wait_between_two_pages(text: str, delay: float) -> None:
    assert Robots(text.encode(), "Frontdesk").delay == delay


def test_sitemaps_are_handed_out() -> None:
    assert Robots(b"Sitemap: https://a.example/s.xml", "x").sitemaps == ["https://a.example/s.xml"]


def test_a_rule_of_many_stars_is_held_against_an_address_at_once() -> None:
    assert allows(f"User-agent: *\nDisallow: /{'*a' * 2_000}b", f"/{'a' * 4_000}")


@given(st.text("ab*$", max_size=8), st.text("ab$", max_size=8))
def test_stars_mean_any_characters_and_a_dollar_the_end(rule: str, path: str) -> None:
    pattern = re.escape("/" + rule.removesuffix("$")).replace(r"\*", ".*")
    fits = re.match(pattern + ("$" if rule.endswith("$") else ""), "/" + path) is not None
    assert allows(f"User-agent: *\nDisallow: /{rule}", f"/{path}") is not fits


@given(st.binary(max_size=300), st.text(max_size=30))
def test_any_bytes_are_rules_or_none(content: bytes, path: str) -> None:
    assert Robots(content, "Frontdesk").allows(f"https://shop.example/{path}") in (True, False)
