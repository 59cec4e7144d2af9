"""Every fault, in its small size, leaves the promises kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.findings import Finding, all_of, below, none_of, some, table, told
from faults.place import Place
from faults.running import SCENARIOS

PATIENCE = 4.0


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_promises_hold_through(name: str, prepared_home: Path, tmp_path: Path) -> None:
    findings = SCENARIOS[name](Place(prepared_home, tmp_path, PATIENCE), quick=True)
    assert all(each.holds for each in findings), f"\n{table(findings)}"


def test_a_figure_that_does_not_hold_stands_out() -> None:
    bad = [
        none_of("lost", [1]),
        below("late", [4.0, 5.0], 5.0),
        below("never measured", [], 5.0),
        all_of("in order", 2, 3),
        all_of("of nothing", 0, 0),
        some("faults", 0),
    ]
    assert not any(each.holds for each in bad)
    assert all(str(each).startswith("**") for each in bad)


def test_a_finding_holds_only_with_all_its_figures() -> None:
    good = (none_of("lost", []), below("late", [4.9], 5.0), all_of("in order", 3, 3), told("n", 7))
    kept = Finding("fault", "done", good)
    broken = Finding("fault", "done", (*good, some("kills", 0)))
    assert kept.row() == "| fault | done | 0 lost, 4.9 s late, 100% in order, 7 n | yes |"
    assert [kept.holds, broken.holds] == [True, False]
    assert table([kept, broken]).endswith("**0 kills** | **no** |")
