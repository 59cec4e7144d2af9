"""A guess is outdone where the first passage holds clearly more of the question, by rarity."""

from __future__ import annotations

from dataclasses import replace

from situations import HOURS, REFUND, candidate, hit

from bot.answering.guesses import Unfit, unfit, words_in
from knowledge import TemplateId
from retrieval import Evidence, PassageHit, PassageIndex

RARITIES = {"punctur": 5.0, "cost": 1.0}


class Index(PassageIndex):
    """One that knows how rare the question's words are, and no more."""

    def rarities(self, text: str) -> dict[str, float]:
        return RARITIES


def found(*texts: str) -> Evidence:
    hits: tuple[PassageHit, ...] = tuple(hit(text) for text in texts)
    return Evidence((candidate(REFUND, 0.4), candidate(HOURS, 0.35)), hits, None, 0.5)


def misfits(evidence: Evidence, **said: str) -> Unfit:
    words = {
        each.id: words_in(replace(each, examples=(said.get(str(each.id), ""),)))
        for each in (REFUND, HOURS)
    }
    return unfit("what does a puncture cost", evidence, Index(), words.__getitem__)


def beaten(evidence: Evidence, **said: str) -> frozenset[TemplateId]:
    return misfits(evidence, **said).outdone


def test_a_guess_without_the_rare_word_gives_way_to_a_passage_with_it() -> None:
    assert beaten(found("Puncture"), refund="what does it cost") == {REFUND.id, HOURS.id}


def test_a_guess_that_holds_as_much_stays() -> None:
    assert beaten(found("Puncture"), refund="puncture repair") == {HOURS.id}


def test_a_passage_that_hardly_fits_outdoes_nothing() -> None:
    assert beaten(found("Prices", "Bikes")) == frozenset()
    assert beaten(found("Costs")) == frozenset()


def test_only_the_passage_that_would_be_named_outdoes() -> None:
    """Else the reason given would speak of another article than the one that is named."""
    assert beaten(found("Costs", "Puncture")) == frozenset()


def test_without_passages_nothing_is_outdone() -> None:
    assert beaten(found()) == frozenset()


def test_a_guess_that_holds_no_word_of_the_message_is_not_like_it() -> None:
    assert misfits(found(), refund="what does it cost").unlike == {HOURS.id}


def test_what_no_encoder_reads_must_be_held_by_half_or_by_more_than_others_hold() -> None:
    def unlike(refund: str, hours: str) -> frozenset[TemplateId]:
        words = {REFUND.id: words_in(replace(REFUND, examples=(refund,)))}
        words[HOURS.id] = words_in(replace(HOURS, examples=(hours,)))
        text = "what does a puncture cost"
        return unfit(text, found(), Index(), words.__getitem__, readable=False).unlike

    assert unlike("cost", "costs") == {REFUND.id, HOURS.id}
    assert unlike("cost", "") == {HOURS.id}
    assert unlike("cost", "puncture") == {REFUND.id}
    assert unlike("puncture", "puncture") == frozenset()


def test_of_a_message_without_words_of_its_own_nothing_is_said() -> None:
    class Silent(Index):
        def rarities(self, text: str) -> dict[str, float]:
            return {}

    assert unfit("and that?", found("Puncture"), Silent(), lambda _: frozenset()) == Unfit()


def test_a_template_holds_what_it_answers_too() -> None:
    assert {"nine", "open"} <= words_in(HOURS)


def test_a_guess_is_like_the_question_of_its_intent_that_found_it() -> None:
    evidence = found()
    known, other = evidence.templates
    spoken = replace(known, reasons=replace(known.reasons, example="my tyre has a puncture"))
    assert misfits(replace(evidence, templates=(spoken, other))).unlike == {HOURS.id}
    assert misfits(replace(evidence, templates=(known, other))).unlike == {REFUND.id, HOURS.id}


def test_little_words_of_its_language_are_no_words_of_the_message() -> None:
    class French(Index):
        def rarities(self, text: str) -> dict[str, float]:
            return {"ou": 5.0, "est": 5.0, "mon": 5.0, "coli": 5.0}

    words = {REFUND.id: frozenset({"mon", "est"}), HOURS.id: frozenset({"coli"})}
    seen = unfit("où est mon colis ?", found(), French(), words.__getitem__, language="fr")
    assert (seen.unlike, seen.fitting) == ({REFUND.id}, {HOURS.id})
    told = unfit("où est mon colis ?", found(), French(), words.__getitem__)
    assert told == seen


def test_a_guess_fits_that_holds_every_word() -> None:
    assert misfits(found(), refund="a puncture costs").fitting == {REFUND.id}
