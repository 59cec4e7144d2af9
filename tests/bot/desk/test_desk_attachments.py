"""Files at the desk: agents see customers', and send their own."""

from __future__ import annotations

import sample_files as files


def upload(person, conversation, data=files.PNG, name="plan.png", **more):
    given = {"headers": person.headers, **more}
    return person.client.post(
        f"/api/desk/attachments?conversation={conversation}", files={"file": (name, data)}, **given
    )


def sent_by(customer, text="see") -> str:
    response = customer.client.post(
        "/api/chat/attachments", files={"file": ("b.png", files.PNG)}, headers=customer.headers
    )
    attachment = response.json()["attachment"]
    body = {"client_msg_id": "k", "text": text, "attachment": attachment}
    assert customer.post("messages", body).status_code == 200
    return str(attachment)


def test_an_agent_sees_what_a_customer_sent(shop):
    customer, ada = shop.customer(), shop.person()
    attachment = sent_by(customer)
    thread = ada.thread(customer.id)
    (shown,) = next(each["attachments"] for each in thread["messages"] if each["attachments"])
    assert (shown["id"], shown["state"]) == (attachment, "stored")
    assert ada.get(f"attachments/{attachment}").content == files.PNG
    assert shown["url"] == f"/api/desk/attachments/{attachment}"


def test_nobody_opens_a_file_at_the_desk_without_signing_in(shop):
    customer = shop.customer()
    attachment = sent_by(customer)
    assert shop.client.get(f"/api/desk/attachments/{attachment}").status_code == 401
    response = shop.client.get(f"/api/desk/attachments/{attachment}", headers=customer.headers)
    assert response.status_code == 401


def test_an_agents_file_reaches_the_customer_with_its_reply(shop):
    customer, ada = shop.customer(), shop.person()
    customer.says("hi")
    ada.act(customer.id, "takeover")
    attachment = upload(ada, customer.id).json()["attachment"]
    path = f"/api/chat/attachments/{attachment}"
    assert shop.client.get(path, headers=customer.headers).status_code == 404
    sent = ada.act(customer.id, "reply", client_msg_id="r", attachment=attachment)
    assert sent.status_code == 200, sent.text
    message = customer.page()["messages"][-1]
    assert (message["author"], message["attachments"][0]["name"]) == ("agent", "plan.png")
    assert shop.client.get(path, headers=customer.headers).content == files.PNG
    again = ada.act(customer.id, "reply", client_msg_id="r", attachment=attachment)
    assert again.json() == sent.json()


def test_an_agents_file_is_held_to_the_same_rules(shop):
    customer, ada = shop.customer(), shop.person()
    assert upload(ada, customer.id, files.HTML).status_code == 415
    assert upload(ada, "nothing").status_code == 404
    no_csrf = {"Cookie": ada.headers["Cookie"]}
    assert upload(ada, customer.id, headers=no_csrf).status_code == 403


def test_an_agent_cannot_send_a_customers_file_or_one_of_elsewhere(shop):
    customer, other, ada = shop.customer(), shop.customer(), shop.person()
    theirs = sent_by(customer)
    ada.act(customer.id, "takeover")
    elsewhere = upload(ada, other.id).json()["attachment"]
    for attachment in (theirs, elsewhere):
        sent = ada.act(customer.id, "reply", client_msg_id="r", attachment=attachment)
        assert sent.status_code == 422


def test_a_reply_says_something_and_a_note_has_no_file(shop):
    customer, ada = shop.customer(), shop.person()
    ada.act(customer.id, "takeover")
    assert ada.act(customer.id, "reply", client_msg_id="r").status_code == 422
    attachment = upload(ada, customer.id).json()["attachment"]
    note = ada.act(customer.id, "note", client_msg_id="n", text="x", attachment=attachment)
    assert note.status_code == 422


def test_the_list_tells_that_the_last_message_brought_a_file(shop):
    customer, ada = shop.customer(), shop.person()
    ada.act(customer.id, "takeover")
    sent_by(customer, "")
    (row,) = ada.get("conversations", queue="mine").json()["conversations"]
    assert row["last_message"]["attachments"] == 1
