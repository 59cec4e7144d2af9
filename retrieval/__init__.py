"""What could answer a message: approved templates, and passages of the knowledge base.

Vectors come in from outside; nothing here encodes text, knows a database, or talks to a customer.
"""

from retrieval.answerability import Answerability, AnswerSigns
from retrieval.composing import ComposedAnswer, SourcedSentence, answer_signs, compose
from retrieval.countries import shares_country
from retrieval.encoded_passage import (
    EncodedPassage,
    PassageSentences,
    encode_passages,
    headings_above,
    searchable_text,
)
from retrieval.errors import (
    DamagedIndexError,
    DamagedRankingError,
    IndexExistsError,
    MismatchedVectorsError,
    RetrievalError,
)
from retrieval.faithfulness import unfaithful
from retrieval.follow_ups import Whole, last_question, made_whole, ways_to_make_whole
from retrieval.fusion import Fusion
from retrieval.leaning import Leaning, leaning, names_alone, topics_of
from retrieval.match_calibration import MatchCalibration
from retrieval.measures import lacks_figure
from retrieval.passage_files import build_passage_index
from retrieval.passage_index import ArticleHit, PassageHit, PassageIndex
from retrieval.reranking import Reranking
from retrieval.retriever import Evidence, Retriever
from retrieval.template_examples import TemplateEntry
from retrieval.template_matcher import MatchReasons, TemplateCandidate, TemplateMatcher

__all__ = [
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
