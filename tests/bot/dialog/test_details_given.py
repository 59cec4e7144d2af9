"""What a customer gave is known while a form is open, and afterwards."""

from __future__ import annotations

import pytest

from bot.dialog import DialogState, OpenForm


@pytest.mark.parametrize(
    ("form", "given"),
    [
        (None, {"email": "kim@x.example"}),
        (OpenForm(collected={"order": "LW1"}), {"email": "kim@x.example", "order": "LW1"}),
    ],
)
def test_details_of_an_open_form_count_too(form, given):
    assert DialogState(details={"email": "kim@x.example"}, form=form).given == given
