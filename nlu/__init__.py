"""What a message means: search vector, intents with calibrated probability, language.

Reads model directories that training exported; knows neither training, nor search, nor dialog.
"""

from nlu.acts import Act, ActReader
from nlu.calibration import Calibration, CurvePoint
from nlu.errors import DamagedModelError, ModelError
from nlu.language import detect_language
from nlu.model import Model
from nlu.understanding import IntentProbability, Understanding

__all__ = [
    "Act",
    "ActReader",
    "Calibration",
    "CurvePoint",
    "DamagedModelError",
    "IntentProbability",
    "Model",
    "ModelError",
    "Understanding",
    "detect_language",
]
