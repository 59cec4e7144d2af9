"""Mail at the desk: whether it is set up, what is parked, and who may send it again."""

from __future__ import annotations

from sqlmodel import select

from bot.desk.users import Role
from bot.mail.outbox import Letter, enqueue
from bot.store.tables import MailRow


def park(shop, conversation: str, status: str = "failed") -> int:
    with shop.services.database.write() as session:
        words = Letter("eve@home.example", "Hi", "Hi", "<p>Hi")
        now = shop.services.clock()
        enqueue(session, f"k {status}", "answer", words, now, conversation_id=conversation)
        session.flush()
        row = session.exec(select(MailRow).where(MailRow.key == f"k {status}")).one()
        row.status, row.error = status, "550 no such mailbox"
        return int(row.id or 0)


def test_the_desk_tells_when_no_mail_is_sent_at_all(shop):
    assert shop.person().get("mail").json() == {"configured": False, "counts": {}, "mails": []}


def test_parked_mails_are_shown_with_the_reason(shop):
    conversation = shop.customer().id
    park(shop, conversation)
    park(shop, conversation, "sent")
    ada = shop.person()
    (shown,) = ada.get("mail").json()["mails"]
    assert (shown["status"], shown["to"]) == ("failed", "eve@home.example")
    assert "no such mailbox" in shown["error"]
    assert len(ada.get("mail", conversation=conversation).json()["mails"]) == 2


def test_a_lead_sends_a_parked_mail_again_and_nobody_sends_others(shop):
    conversation = shop.customer().id
    failed, sent = park(shop, conversation), park(shop, conversation, "sent")
    assert shop.person("Ada").post(f"mail/{failed}/send").status_code == 404
    lead = shop.person("Lea", Role.LEAD)
    assert lead.post(f"mail/{failed}/send").json() == {"queued": True}
    assert lead.post(f"mail/{sent}/send").status_code == 404
    assert lead.get("mail").json()["counts"] == {"pending": 1, "sent": 1}


def test_a_message_shows_what_became_of_its_mail(shop):
    customer, ada = shop.customer(), shop.person()
    customer.says("hello")
    ada.act(customer.id, "takeover")
    first, second = (
        ada.act(customer.id, "reply", client_msg_id=each, text=each).json()["seq"]
        for each in ("one", "two")
    )
    mail = park(shop, customer.id, "sent")
    with shop.services.database.write() as session:
        row = session.get_one(MailRow, mail)
        row.last_seq = second
        session.add(row)
    shown = {each["seq"]: each["mail"] for each in ada.thread(customer.id)["messages"]}
    assert (shown[first], shown[second]) == (None, "sent")
