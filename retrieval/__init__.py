"""What could answer a message: approved templates, and passages of the knowledge base.

Vectors come in from outside; nothing here encodes text, knows a database, or talks to a customer.
"""

from retrieval.answerability import Answerability
from retrieval.composing import ComposedAnswer, SourcedSentence, compose
from retrieval.encoded_passage import EncodedPassage, encode_passages, searchable_text
from retrieval.errors import (
    DamagedIndexError,
    IndexExistsError,
    MismatchedVectorsError,
    RetrievalError,
)
from retrieval.fusion import Fusion
from retrieval.match_calibration import MatchCalibration
from retrieval.passage_files import build_passage_index
from retrieval.passage_index import PassageHit, PassageIndex
from retrieval.retriever import Evidence, Retriever
from retrieval.template_examples import TemplateEntry
from retrieval.template_matcher import MatchReasons, TemplateCandidate, TemplateMatcher

__all__ = [
    "Answerability",
    "ComposedAnswer",
    "DamagedIndexError",
    "EncodedPassage",
    "Evidence",
    "Fusion",
    "IndexExistsError",
    "MatchCalibration",
    "MatchReasons",
    "MismatchedVectorsError",
    "PassageHit",
    "PassageIndex",
    "RetrievalError",
    "Retriever",
    "SourcedSentence",
    "TemplateCandidate",
    "TemplateEntry",
    "TemplateMatcher",
    "build_passage_index",
    "compose",
    "encode_passages",
    "searchable_text",
]
