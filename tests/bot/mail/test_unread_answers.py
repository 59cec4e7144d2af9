"""Who left before the answer gets it by mail: once, whole, and only if it is still unread."""

from __future__ import annotations

from datetime import timedelta

from bot.conversations.read_marks import mark_read
from bot.conversations.serialised import state_to_json
from bot.dialog import DialogState
from bot.mail.outbox import claim, due


def test_unread_answers_are_mailed_after_the_wait_in_one_mail(post):
    conversation = post.customer()
    post.answers(conversation, "It is on its way.")
    post.answers(conversation, "It arrives on Friday.")
    post.after(minutes=4)
    assert post.write() == 0
    post.after(minutes=2)
    assert post.write() == 1
    (mail,) = post.mails()
    assert (mail.to, mail.kind, mail.status) == ("eve@home.example", "answer", "pending")
    assert mail.subject == "The Shop: an answer from Ada"
    assert "> It is on its way." in mail.text
    assert "> It arrives on Friday." in mail.text
    assert "https://help.shop.example/c/" in mail.text


def test_a_reply_is_never_mailed_twice_and_later_ones_are_gathered(post):
    conversation = post.customer()
    post.answers(conversation, "first")
    post.after(minutes=6)
    assert post.write() == 1
    post.answers(conversation, "second")
    post.answers(conversation, "third")
    assert post.write() == 0
    post.after(minutes=6)
    assert (post.write(), post.write()) == (1, 0)
    later = post.mails()[-1]
    assert "first" not in later.text
    assert "> second\n\n> third" in later.text


def test_what_was_read_is_not_mailed(post):
    conversation = post.customer()
    seq = post.answers(conversation)
    mark_read(post.desk.database, conversation, seq)
    post.after(minutes=6)
    assert post.write() == 0


def test_a_mail_whose_answers_were_read_meanwhile_is_cancelled_by_its_claim(post):
    conversation = post.customer()
    seq = post.answers(conversation)
    now = post.after(minutes=6)
    post.write()
    mark_read(post.desk.database, conversation, seq)
    (mail_id,) = due(post.desk.database, now)
    assert claim(post.desk.database, mail_id, now) is None
    assert post.mails()[0].status == "cancelled"


def test_only_the_unread_part_is_mailed(post):
    conversation = post.customer()
    seq = post.answers(conversation, "seen")
    post.answers(conversation, "unseen")
    mark_read(post.desk.database, conversation, seq)
    post.after(minutes=6)
    post.write()
    assert "> unseen" in post.mails()[0].text
    assert "> seen" not in post.mails()[0].text


def test_the_bots_own_words_and_notes_are_not_mailed(post):
    conversation = post.customer()
    post.desk.says(conversation, "hello")
    post.desk.answers(conversation, "the bot's answer")
    post.after(minutes=6)
    assert post.write() == 0


def test_the_address_that_the_customer_gave_the_bot_serves_too(post):
    conversation = post.customer(email=None)
    post.answers(conversation)
    post.after(minutes=6)
    assert post.write() == 0
    details = {"email": "gave@home.example"}
    post.change(conversation, dialog=state_to_json(DialogState(details=details)))
    assert post.write() == 1
    assert post.mails()[0].to == "gave@home.example"


def test_an_address_that_is_none_is_not_mailed_to(post):
    conversation = post.customer(email="eve@home.example\r\nBcc: all@home.example")
    post.answers(conversation)
    post.after(minutes=6)
    assert post.write() == 0


def test_telegram_answers_in_telegram(post):
    conversation = post.desk.telegram_conversation()
    post.change(conversation, customer_email="eve@home.example")
    post.answers(conversation)
    post.after(minutes=6)
    assert post.write() == 0


def test_old_answers_stay_unmailed_when_mail_is_set_up_late(post):
    conversation = post.customer()
    post.answers(conversation)
    post.after(days=3, minutes=1)
    assert post.write() == 0


def test_the_mail_speaks_the_customers_language_and_names_everybody_who_wrote(post):
    conversation = post.customer(language="zh-Hans")
    post.answers(conversation, "<b>你好</b>", name="Ada")
    post.answers(conversation, "再见", name="Bob")
    post.after(minutes=6)
    post.write()
    (mail,) = post.mails()
    assert mail.subject == "The Shop：Ada, Bob 已回复您"
    assert "&lt;b&gt;你好&lt;/b&gt;" in mail.html
    assert '<html lang="zh-Hans">' in mail.html


def test_how_long_the_customer_is_waited_for_is_the_operators_to_say(post):
    post.set(mail={"answer_after_minutes": 60})
    conversation = post.customer()
    post.answers(conversation)
    post.after(minutes=59)
    assert post.write() == 0
    post.after(minutes=2)
    assert post.write() == 1


def test_the_link_in_the_mail_leads_to_its_conversation(post):
    conversation, now = post.customer(), post.desk.now
    post.answers(conversation)
    post.after(minutes=6)
    post.write()
    link = post.mails()[0].text.partition("/c/")[2].split()[0]
    assert post.by.links.conversation(link, now + timedelta(days=14)) == conversation


def test_a_mark_only_rises_and_never_beyond_what_was_said(post):
    conversation = post.customer()
    seq = post.answers(conversation)
    for given, kept in ((seq - 1, seq - 1), (1, seq - 1), (10**9, seq), (seq, seq)):
        mark_read(post.desk.database, conversation, given)
        assert post.desk.row(conversation).read_seq == kept


def test_a_banned_customer_gets_no_mail_not_even_one_that_is_written(post):
    conversation = post.customer()
    post.answers(conversation)
    now = post.after(minutes=6)
    assert post.write() == 1
    post.change(conversation, banned_at=now)
    (mail_id,) = due(post.desk.database, now)
    assert claim(post.desk.database, mail_id, now) is None
    post.change(conversation, mailed_seq=0)
    assert post.write() == 0


def test_one_conversation_that_cannot_be_read_holds_up_no_other(post):
    broken, whole = post.customer(email=None), post.customer()
    for each in (broken, whole):
        post.answers(each)
    post.change(broken, dialog={"details": 7})
    post.after(minutes=6)
    assert post.write() == 1
    assert [each.conversation_id for each in post.mails()] == [whole]
