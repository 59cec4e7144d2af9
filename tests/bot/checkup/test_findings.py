"""What is found in a home: worded in every language, for whoever reads it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from bot.checkup import Check
from bot.checkup.finding import AREAS, DOUBTS, FINDINGS
from bot.settings import FileSettings
from bot.settings.mentions import KnownNames, unknown_names

LOOKING = Path(__file__).resolve().parents[3] / "bot/checkup/looking.py"
HAN = re.compile(r"[\u4e00-\u9fff]")
CATALOGUES = {"areas": AREAS, "findings": FINDINGS, "doubts": DOUBTS}
FILE = FileSettings.model_validate(
    {
        "handoff": {"intents": ["return_reqest", "zzz"]},
        "queues": {"damage": {"intents": ["refund"]}},
        "fields": {"number": {"prompts": {"en": "Which number"}}},
        "forms": {
            "report": {
                "title": {"en": "Report"},
                "when": {"templates": ["zzz", "retrun", "resting"]},
                "fields": ["number"],
                "then": {"queue": "damage"},
            }
        },
    }
)
KNOWN = KnownNames(
    intents={"return_request": "Returns", "refund": "Refund"},
    templates={"return": "Return", "resting": "Waits"},
    resting=frozenset({"resting"}),
    users={"Ada": ("damge",), "Ben": ("zzz",)},
)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_every_language_words_everything_with_the_same_places(catalogue):
    told = {
        language: {key: places(text) for key, text in words.items()}
        for language, words in CATALOGUES[catalogue].items()
    }
    assert told["zh-Hans"] == told["en"]


def test_every_finding_that_is_looked_for_is_worded_and_no_other():
    texts = {
        node.value
        for node in ast.walk(ast.parse(LOOKING.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(FINDINGS["en"]) - texts == set()
    keys = {each for each in texts if re.fullmatch(r"[a-z]+(_[a-z]+)+", each)}
    assert keys - set(FINDINGS["en"]) == set()


def test_a_name_in_doubt_is_told_in_the_readers_language():
    doubts = unknown_names(FILE, KNOWN)
    assert len(doubts) == len(DOUBTS["en"])
    for doubt in doubts:
        check = Check("names", ok=False, key="doubt", values={"doubt": doubt})
        assert check.says == doubt
        assert HAN.search(check.says_in("zh-CN"))


def test_a_check_of_several_is_named_with_what_it_is_of():
    check = Check(
        "language", ok=True, key="language_read", values={"examples": "12", "share": "9%"}, of="zh"
    )
    assert (check.name, check.name_in("zh-TW")) == ("language zh", "语言 zh")
    assert check.says == "12 examples; the encoder's vocabulary holds 9% of them"
    assert check.says_in("fr") == check.says
