"""The team's people at the desk: roles, letting go, passwords, and an admin who always stays."""

from __future__ import annotations

import pytest
from serving import PASSWORD

from bot.desk.users import Role, add_user

NEW = {"email": "Eve@Shop.example", "name": "Eve", "role": "agent"}
EVE = {"name": "Eve", "role": "editor", "active": True, "queues": [], "capacity": 5}


def admin_of(shop):
    return shop.person("Root", Role.ADMIN)


def log_in(shop, email, password):
    return shop.client.post("/api/desk/login", json={"email": email, "password": password})


def acts(admin):
    return [entry["act"] for entry in admin.get("audit").json()["entries"]]


@pytest.mark.parametrize("role", [Role.AGENT, Role.EDITOR, Role.LEAD])
def test_only_admins_look_after_people(shop, role):
    person = shop.person("Pat", role)
    assert person.get("people").status_code == 404
    assert person.post("people", NEW).status_code == 404
    assert person.put(f"people/{person.id}", {**EVE, "role": "admin"}).status_code == 404
    assert person.get("audit").status_code == 404


def test_somebody_is_added_with_a_password_that_is_told_once(shop):
    admin = admin_of(shop)
    made = admin.post("people", NEW)
    assert made.status_code == 201
    assert made.headers["cache-control"] == "no-store"
    password = made.json()["password"]
    assert log_in(shop, "eve@shop.example", password).json()["user"]["role"] == "agent"
    entries = admin.get("audit").text
    assert password not in entries
    assert password not in admin.get("people").text
    assert admin.post("people", NEW).status_code == 422


def test_a_role_changes_at_once_and_is_recorded(shop):
    admin = admin_of(shop)
    eve = shop.person("Eve")
    assert eve.get("people").status_code == 404
    admin.put(f"people/{eve.id}", {**EVE, "role": "admin"})
    assert eve.get("people").status_code == 200
    entry = admin.get("audit").json()["entries"][0]
    assert (entry["before"], entry["after"]) == ({"role": "agent"}, {"role": "admin"})


def test_the_last_admin_stays(shop):
    admin = admin_of(shop)
    refused = admin.put(f"people/{admin.id}", {**EVE, "name": "Root", "role": "lead"})
    assert refused.status_code == 409
    assert "last admin" in refused.json()["detail"]
    other = shop.person("Other", Role.ADMIN)
    add_user(
        shop.services.database, "third@shop.example", PASSWORD, Role.ADMIN, shop.services.clock()
    )
    off = {**EVE, "name": "Other", "role": "admin", "active": False}
    assert admin.put(f"people/{other.id}", off).status_code == 200
    assert admin.put(f"people/{admin.id}", off).status_code == 409


def test_whoever_is_let_go_is_signed_out_and_gets_nothing_more(shop):
    admin, eve, ada = admin_of(shop), shop.person("Eve"), shop.person("Ada")
    customer = shop.customer()
    customer.asks("hello")
    assert eve.act(customer.id, "takeover").status_code == 200
    assert admin.put(f"people/{eve.id}", {**EVE, "active": False}).status_code == 200
    assert eve.get("conversations").status_code == 401
    assert ada.thread(customer.id)["status"] == "waiting"
    assert "Eve" not in ada.get("users").text
    assert ada.act(customer.id, "assign", user_id=eve.id).status_code == 409
    assert ada.act(customer.id, "takeover").status_code == 200
    assert ada.act(customer.id, "transfer", user_id=eve.id).status_code == 409
    assert "person.deactivated" in acts(admin)


def test_whoever_was_let_go_cannot_sign_in_until_they_are_back(shop):
    admin = admin_of(shop)
    made = admin.post("people", NEW).json()
    path = f"people/{made['person']['id']}"
    admin.put(path, {**EVE, "active": False})
    assert log_in(shop, "eve@shop.example", made["password"]).status_code == 401
    admin.put(path, EVE)
    assert log_in(shop, "eve@shop.example", made["password"]).status_code == 200


def test_a_new_password_ends_every_session_of_theirs(shop):
    admin, eve = admin_of(shop), shop.person("Eve")
    told = admin.post(f"people/{eve.id}/password").json()["password"]
    assert eve.get("me").status_code == 401
    assert log_in(shop, "eve@shop.example", told).status_code == 200
    assert acts(admin)[0] == "person.password"
    assert admin.post("people/nobody/password").status_code == 404


def test_everybody_changes_their_own_password(shop):
    admin = admin_of(shop)
    told = admin.post("people", NEW).json()["password"]
    signed = log_in(shop, "eve@shop.example", told)
    headers = {"X-CSRF-Token": signed.json()["csrf"]}

    def change(before, after):
        body = {"before": before, "after": after}
        return shop.client.post("/api/desk/me/password", json=body, headers=headers)

    assert change("wrong", "a brand new one").status_code == 422
    assert change(told, "short").status_code == 422
    assert change(told, "a brand new one").status_code == 204
    assert shop.client.get("/api/desk/me").status_code == 200
    assert log_in(shop, "eve@shop.example", "a brand new one").status_code == 200


def test_a_queue_that_is_not_there_is_refused(shop):
    eve = shop.person("Eve")
    refused = admin_of(shop).put(f"people/{eve.id}", {**EVE, "queues": ["nowhere"]})
    assert refused.status_code == 422
