"""What a message means: search vector, intents, acts, matters for people, sentiment, language.

Reads model directories that training exported; knows neither training, nor search, nor dialog.
"""

from nlu.acts import Act, ActReader
from nlu.calibration import Calibration
from nlu.comparison import Comparison, Verdict, compare
from nlu.courtesies import courtesy_in
from nlu.dangers import Danger, danger_in
from nlu.errors import DamagedModelError, ModelError, OutdatedModelError, WrongTaskError
from nlu.guarantee import CurvePoint, RiskCurve, Threshold, choose_threshold
from nlu.labels import Labels, Task
from nlu.language import detect_language
from nlu.learned_from import is_golden, read_learned_from, text_digest, write_learned_from
from nlu.matters import Concern, Matter, MatterReader
from nlu.model import Model
from nlu.reranker import Reranker
from nlu.sentiment import ExampleSentiment, SentimentReader
from nlu.sentiment_labels import sentiment_scores
from nlu.short_answers import ShortAnswer, is_farewell, short_answer
from nlu.trained_sentiment import TrainedSentiment
from nlu.understanding import IntentProbability, Understanding
from nlu.validation import ValidationReport, read_validation
from nlu.wishes import Wish, WordedWish, wish_in

__all__ = [
    "Act",
    "ActReader",
    "Calibration",
    "Comparison",
    "Concern",
    "CurvePoint",
    "DamagedModelError",
    "Danger",
    "ExampleSentiment",
    "IntentProbability",
    "Labels",
    "Matter",
    "MatterReader",
    "Model",
    "ModelError",
    "OutdatedModelError",
    "Reranker",
    "RiskCurve",
    "SentimentReader",
    "ShortAnswer",
    "Task",
    "Threshold",
    "TrainedSentiment",
    "Understanding",
    "ValidationReport",
    "Verdict",
    "Wish",
    "WordedWish",
    "WrongTaskError",
    "choose_threshold",
    "compare",
    "courtesy_in",
    "danger_in",
    "detect_language",
    "is_farewell",
    "is_golden",
    "read_learned_from",
    "read_validation",
    "sentiment_scores",
    "short_answer",
    "text_digest",
    "wish_in",
    "write_learned_from",
]
