"""Who gets in at the desk, and what they may do there."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest
from conversing import Desk
from fastapi.testclient import TestClient
from serving import PASSWORD

from bot.desk.access import ATTEMPTS, ATTEMPTS_OF_ADDRESS, Attempts
from bot.desk.audit import TERMINAL
from bot.desk.people import reset_person
from bot.desk.routes import PASSWORDS_AT_ONCE
from bot.desk.users import (
    Role,
    UserError,
    add_user,
    all_users,
    session_of,
    sign_in,
    sign_out,
    user_named,
)
from bot.problems import ProblemError
from bot.services import THREADS

EMAIL = "ada@shop.example"


def test_signing_in_sets_a_cookie_that_scripts_cannot_read(shop):
    add_user(shop.services.database, EMAIL, PASSWORD, Role.LEAD, shop.services.clock(), "Ada")
    body = {"email": " ADA@shop.example ", "password": PASSWORD}
    signed = shop.client.post("/api/desk/login", json=body)
    cookie = signed.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/api/desk" in cookie
    user = signed.json()["user"]
    assert (user["email"], user["name"], user["role"]) == (EMAIL, "Ada", "lead")
    assert len(signed.json()["csrf"]) >= 32
    assert "password" not in signed.text


@pytest.mark.parametrize("public", ["https://help.shop.example", "http://help.shop.example"])
def test_the_cookie_travels_encrypted_where_a_proxy_takes_that_off(shop, public):
    services = shop.services
    services.settings = replace(services.settings, public_url=public)
    add_user(services.database, EMAIL, PASSWORD, Role.LEAD, services.clock(), "Ada")
    signed = shop.client.post("/api/desk/login", json={"email": EMAIL, "password": PASSWORD})
    assert ("secure" in signed.headers["set-cookie"].lower()) == public.startswith("https")


@pytest.mark.parametrize(
    ("email", "password"), [(EMAIL, "wrong password"), ("nobody@shop.example", PASSWORD), ("", "")]
)
def test_a_wrong_password_and_an_unknown_address_look_alike(shop, email, password):
    add_user(shop.services.database, EMAIL, PASSWORD, Role.AGENT, shop.services.clock())
    refused = shop.client.post("/api/desk/login", json={"email": email, "password": password})
    assert refused.status_code == 401
    assert refused.json()["detail"] == "this e-mail address and password do not go together"


def test_without_a_session_the_desk_shows_nothing(shop):
    for path in ("me", "conversations", "conversations/x", "users", "templates", "events"):
        assert shop.client.get(f"/api/desk/{path}").status_code == 401


def test_a_change_without_the_csrf_header_is_refused(shop):
    ada, customer = shop.person(), shop.customer()
    path = f"/api/desk/conversations/{customer.id}/takeover"
    for token in ({}, {"X-CSRF-Token": "wrong"}, {"X-CSRF-Token": "né"}):
        headers = {"Cookie": ada.headers["Cookie"], **token}
        encoded = {name: value.encode() for name, value in headers.items()}
        assert shop.client.post(path, json={}, headers=encoded).status_code == 403
    assert ada.thread(customer.id)["owner"] == "bot"


def test_the_csrf_header_of_one_session_does_not_serve_another(shop):
    ada, bob, customer = shop.person("Ada"), shop.person("Bob"), shop.customer()
    stolen = {"Cookie": ada.headers["Cookie"], "X-CSRF-Token": bob.headers["X-CSRF-Token"]}
    path = f"/api/desk/conversations/{customer.id}/takeover"
    assert shop.client.post(path, json={}, headers=stolen).status_code == 403


def test_signing_out_ends_the_session_on_the_server(shop):
    ada = shop.person()
    assert ada.get("me").json()["user"]["name"] == "Ada"
    assert ada.post("logout").status_code == 204
    assert ada.get("me").status_code == 401


def test_an_agent_reads_templates_but_does_not_change_them(shop):
    ada = shop.person("Ada", Role.AGENT)
    body = {"id": "x", "title": "X", "texts": {"en": "x"}}
    assert ada.get("templates").status_code == 200
    assert ada.post("templates", body).status_code == 404
    assert ada.put("templates/x", body).status_code == 404
    assert ada.delete("templates/x").status_code == 404


@pytest.mark.parametrize("role", [Role.EDITOR, Role.LEAD, Role.ADMIN])
def test_editors_and_everyone_above_change_templates(shop, role):
    body = {"id": "x", "title": "X", "texts": {"en": "x"}}
    assert shop.person("Eve", role).post("templates", body).status_code == 201


def test_too_many_wrong_passwords_close_the_door_for_a_while(shop):
    add_user(shop.services.database, EMAIL, PASSWORD, Role.AGENT, shop.services.clock())

    def guess(number: int) -> int:
        body = {"email": EMAIL, "password": f"guess {number}"}
        return shop.client.post("/api/desk/login", json=body).status_code

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(guess, range(ATTEMPTS + 4)))
    assert sorted(answers) == [401] * ATTEMPTS + [429] * 4
    right = {"email": EMAIL, "password": PASSWORD}
    assert shop.client.post("/api/desk/login", json=right).status_code == 429
    elsewhere = TestClient(shop.app, client=("203.0.113.9", 4711))
    assert elsewhere.post("/api/desk/login", json=right).status_code == 200


def test_few_passwords_are_checked_at_once_however_many_are_tried(shop, monkeypatch):
    running, most = [], []

    def slow(*_: object) -> None:
        running.append(1)
        most.append(len(running))
        time.sleep(0.05)
        running.pop()

    def guess(number: int) -> int:
        body = {"email": f"{number}@shop.example", "password": "a guess"}
        return shop.client.post("/api/desk/login", json=body).status_code

    monkeypatch.setattr("bot.desk.routes.sign_in", slow)
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(guess, range(12))) == {401}
    assert max(most) <= PASSWORDS_AT_ONCE


def test_the_door_opens_again_and_the_right_password_clears_the_count(desk):
    attempts, now = Attempts(), desk.now
    for _ in range(ATTEMPTS - 1):
        attempts.begin(EMAIL, "here", now)
    attempts.succeeded(EMAIL.upper(), "here")
    for _ in range(ATTEMPTS):
        attempts.begin(EMAIL, "here", now)
    with pytest.raises(ProblemError):
        attempts.begin(f" {EMAIL.title()}", "here", now)
    attempts.begin("bob@shop.example", "here", now)
    attempts.begin(EMAIL, "there", now)
    attempts.begin(EMAIL, "here", now + timedelta(minutes=5, seconds=1))


def test_one_address_cannot_try_every_account(desk):
    attempts = Attempts()
    for number in range(ATTEMPTS_OF_ADDRESS):
        attempts.begin(f"{number}@shop.example", "here", desk.now)
    with pytest.raises(ProblemError):
        attempts.begin(EMAIL, "here", desk.now)
    attempts.begin(EMAIL, "there", desk.now)


def test_an_account_needs_an_address_and_a_long_password(desk: Desk):
    for email, password in [("ada", PASSWORD), ("a b@c.d", PASSWORD), (EMAIL, "short")]:
        with pytest.raises(UserError):
            add_user(desk.database, email, password, Role.AGENT, desk.now)
    add_user(desk.database, EMAIL, PASSWORD, Role.AGENT, desk.now)
    with pytest.raises(UserError, match="exists already"):
        add_user(desk.database, EMAIL.upper(), PASSWORD, Role.AGENT, desk.now)
    assert [user.name for user in all_users(desk.database)] == ["Ada"]


def test_a_new_password_ends_every_session(desk: Desk):
    made = add_user(desk.database, EMAIL, PASSWORD, Role.AGENT, desk.now)
    signed = sign_in(desk.database, EMAIL, PASSWORD, desk.now)
    assert signed
    reset_person(desk.database, TERMINAL, made.id, "another long one", desk.now)
    assert session_of(desk.database, signed.token, desk.now) is None
    assert sign_in(desk.database, EMAIL, PASSWORD, desk.now) is None
    with pytest.raises(UserError, match="no user"):
        user_named(desk.database, "nobody@shop.example")


def test_a_session_ends_by_itself(desk: Desk):
    add_user(desk.database, EMAIL, PASSWORD, Role.AGENT, desk.now)
    signed = sign_in(desk.database, EMAIL, PASSWORD, desk.now)
    assert signed
    assert session_of(desk.database, signed.token, signed.expires_at)
    late = signed.expires_at + timedelta(seconds=1)
    assert session_of(desk.database, signed.token, late) is None
    sign_out(desk.database, signed.token)
    assert session_of(desk.database, signed.token, desk.now) is None


def test_neither_passwords_nor_tokens_are_stored(desk: Desk):
    add_user(desk.database, EMAIL, PASSWORD, Role.AGENT, desk.now)
    signed = sign_in(desk.database, EMAIL, PASSWORD, desk.now)
    assert signed
    with desk.database.engine.connect() as connection:
        users = connection.exec_driver_sql("SELECT password_hash FROM desk_user").all()
        sessions = connection.exec_driver_sql("SELECT token_hash FROM desk_session").all()
    assert users[0][0].startswith("$argon2id$")
    assert signed.token not in sessions[0]


PAGES = ("conversations", "templates", "users", "silence", "mail", "notices", "service-levels")


@pytest.mark.parametrize("page", PAGES)
def test_the_desk_is_read_while_nothing_can_be_written(shop, page):
    person, services = shop.person(), shop.services
    free = Event()
    taken = [services.pool.submit(free.wait) for _ in range(THREADS)]
    try:
        assert person.get(page).status_code == 200
    finally:
        free.set()
        for each in taken:
            each.result()
