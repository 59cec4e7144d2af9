"""The names that other packages may use."""

from __future__ import annotations

import retrieval


def test_the_package_hands_out_these_names() -> None:
    assert retrieval.__all__ == [
        "AnswerSigns",
        "Answerability",
        "ArticleHit",
        "ComposedAnswer",
        "DamagedIndexError",
        "DamagedRankingError",
        "EncodedPassage",
        "Evidence",
        "Fusion",
        "IndexExistsError",
        "Leaning",
        "MatchCalibration",
        "MatchReasons",
        "MismatchedVectorsError",
        "PassageHit",
        "PassageIndex",
        "PassageSentences",
        "Reranking",
        "RetrievalError",
        "Retriever",
        "SourcedSentence",
        "TemplateCandidate",
        "TemplateEntry",
        "TemplateMatcher",
        "Whole",
        "answer_signs",
        "build_passage_index",
        "compose",
        "encode_passages",
        "headings_above",
        "lacks_figure",
        "last_question",
        "leaning",
        "made_whole",
        "names_alone",
        "searchable_text",
        "shares_country",
        "topics_of",
        "unfaithful",
        "ways_to_make_whole",
    ]
    assert all(hasattr(retrieval, name) for name in retrieval.__all__)
