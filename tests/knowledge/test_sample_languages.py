"""What the sample company says in Chinese: everything, and with the same facts as in English."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from knowledge.sample import check_sample

TEMPLATES = yaml.safe_load(
    (Path(check_sample.__file__).parent / "templates.yaml").read_text(encoding="utf-8")
)["templates"]
LIVE = [pytest.param(each, id=each["id"]) for each in TEMPLATES if each["state"] == "live"]
FACTS = re.compile(r"\{\{.*?\}\}|https?://[\w./-]+|[\w.]+@[\w.]+\w|\d[\d.,:]*\d|\d")


@pytest.mark.parametrize("template", LIVE)
def test_every_live_template_has_a_chinese_text_and_title(template):
    assert template["texts"]["zh-Hans"].strip()
    assert template["titles"]["zh-Hans"].strip()
    assert bool(template.get("buttons")) == bool(template.get("buttons_in", {}).get("zh-Hans"))


@pytest.mark.parametrize("template", LIVE)
def test_the_chinese_text_holds_every_fact_of_the_english_one(template):
    english, chinese = (
        Counter(FACTS.findall(template["texts"][each])) for each in ("en", "zh-Hans")
    )
    assert not english - chinese
