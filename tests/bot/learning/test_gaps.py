"""What was asked in vain is grouped by matter, with a draft from what agents answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from teaching import ANSWERS, Classroom, answer_of

from bot.commands.gaps import markdown_of
from bot.learning.gaps import ArticleDraft, Gap, NearArticle, knowledge_gaps
from knowledge import ArticleId

MATTERS = ("cargo", "tandem", "insure")
NEAR = NearArticle(ArticleId("bikes"), "Bikes", "/help/bikes", 0.4)


def vectors(texts: Sequence[str]) -> np.ndarray:
    """A dimension for each matter that a text names; nought for what names none."""
    found = np.array([[float(word in text.lower()) for word in MATTERS] for text in texts])
    lengths = np.linalg.norm(found, axis=1, keepdims=True) if len(texts) else 1.0
    return (found / np.maximum(lengths, 1e-9)).astype(np.float32).reshape(len(texts), len(MATTERS))


def gaps_of(room: Classroom) -> list[Gap]:
    room.gather()
    return knowledge_gaps(room.database, vectors, lambda _: [NEAR])


def test_questions_about_one_matter_are_one_gap_the_widest_first(room: Classroom) -> None:
    room.asks("do you sell a tandem")
    for text in ("is there a cargo bike", "any cargo bikes?", "cargo bike with box"):
        room.asks(text)
    widest, other = gaps_of(room)
    assert (widest.people, widest.times, len(widest.questions)) == (3, 3, 3)
    assert other.question == "do you sell a tandem"
    assert widest.closest == (NEAR,)


def test_what_cannot_be_read_is_a_matter_of_its_own(room: Classroom) -> None:
    room.asks("有货运自行车吗")
    room.asks("有双人自行车吗")
    assert len(gaps_of(room)) == 2


def test_the_draft_is_the_answer_nearest_to_all_that_agents_gave(room: Classroom) -> None:
    said = [
        "Write to us at the shop, and somebody looks for you.",
        "We have a cargo bike, the Knot.",
        "The Knot is our cargo bike.",
    ]
    agent = room.agent()
    for number, text in enumerate(said):
        room.answered(room.asks(f"is there a cargo bike number {number}"), agent, text)
    (gap,) = gaps_of(room)
    assert {each.text for each in gap.answers} == set(said)
    assert gap.draft is not None
    assert gap.draft.body == said[2]
    assert markdown_of(gap.draft) == f"# {gap.draft.title}\n\n{said[2]}\n"


def test_where_no_answer_is_nearer_than_another_the_latest_is_the_draft(room: Classroom) -> None:
    agent = room.agent()
    for number in range(5):
        room.answered(room.asks(f"cargo bike {number}?"), agent, f"The cargo Knot, in {number}.")
    (gap,) = gaps_of(room)
    assert [each.text[-2] for each in gap.answers] == ["0", "1", "2", "3", "4"]
    assert gap.draft is not None
    assert gap.draft.body == "The cargo Knot, in 4."


def test_without_an_agents_answer_there_is_no_draft(room: Classroom) -> None:
    room.asks("is there a cargo bike")
    (gap,) = gaps_of(room)
    assert gap.draft is None


def test_where_an_approved_answer_was_meant_nothing_is_missing(room: Classroom) -> None:
    room.answered(room.asks("cargo parcel late"), room.agent(), ANSWERS["delivery"])
    assert gaps_of(room) == []


def test_what_was_answered_is_no_gap(room: Classroom) -> None:
    room.thumbs(room.asks("where is my cargo", answer_of("t_delivery")), helpful=True)
    assert gaps_of(room) == []


def test_a_gap_that_an_article_has_closed_since_says_so(room: Classroom) -> None:
    room.asks("is there a cargo bike")
    room.asks("do you insure bikes")
    room.gather()
    held = replace(NEAR, similarity=0.8)
    found = knowledge_gaps(
        room.database,
        vectors,
        lambda text: [held if "cargo" in text else NEAR],
        lambda text: True,
    )
    assert {each.question: each.answered_now for each in found} == {
        "is there a cargo bike": True,
        "do you insure bikes": False,
    }


def test_personal_data_is_not_in_a_draft(room: Classroom) -> None:
    conversation = room.asks("is there a cargo bike")
    room.answered(conversation, room.agent(), "Mail me at lea.moor@shop.example for it.")
    (gap,) = gaps_of(room)
    assert gap.draft == ArticleDraft("Is there a cargo bike", "Mail me at [email] for it.")
