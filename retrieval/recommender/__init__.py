"""What somebody may want next: items by what was done before, by whom, and by what they say.

Vectors and behaviour come in; nothing here encodes text, knows a database, or a customer's name.
"""

from retrieval.recommender.behaviour import Action, Catalogue, Histories
from retrieval.recommender.diversity import diversified
from retrieval.recommender.model_files import open_ranking_model, write_ranking_files
from retrieval.recommender.ranking_model import SOURCES, RankingModel
from retrieval.recommender.recommending import Recommendation, Recommender
from retrieval.recommender.sources import Evidence, candidates
from retrieval.recommender.text_tower import TextTower

__all__ = [
    "SOURCES",
    "Action",
    "Catalogue",
    "Evidence",
    "Histories",
    "RankingModel",
    "Recommendation",
    "Recommender",
    "TextTower",
    "candidates",
    "diversified",
    "open_ranking_model",
    "write_ranking_files",
]
