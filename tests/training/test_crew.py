"""Tunings side by side: in processes of their own, with the same result."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from training import LabelledText, TrainingError, TrainingSettings, fine_tune
from training.crew import Crew, Message, Progressed, Tell
from training.device import open_accelerator

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks safely")


@pytest.fixture
def crew() -> Crew:
    return Crew(open_accelerator(), 2)


@linux
def test_every_task_runs_in_a_process_of_its_own_and_is_heard(crew: Crew, tmp_path: Path) -> None:
    def task(number: int, tell: Tell) -> None:
        (tmp_path / str(number)).write_text(str(os.getpid()))
        tell(Progressed(number, 5))

    heard: dict[str, Message] = {}
    tasks = {str(n): lambda tell, n=n: task(n, tell) for n in range(5)}
    crew.carry_out(tasks, heard.__setitem__)
    assert heard == {str(n): Progressed(n, 5) for n in range(5)}
    assert str(os.getpid()) not in {path.read_text() for path in tmp_path.iterdir()}


@linux
def test_failure_is_told_with_the_tasks_name(crew: Crew) -> None:
    def fail(_: Tell) -> None:
        raise ValueError("no such layer")

    with pytest.raises(TrainingError, match="member-2 failed: ValueError: no such layer"):
        crew.carry_out({"member-1": lambda _: None, "member-2": fail}, lambda *_: None)


@linux
def test_killed_process_ends_the_training_with_advice(crew: Crew) -> None:
    def die(_: Tell) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(TrainingError, match="enough memory"):
        crew.carry_out({"member-1": die, "member-2": lambda _: None}, lambda *_: None)


@linux
def test_two_side_by_side_give_the_same_model_as_one(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    for threads in (1, 2):
        fine_tune(labelled, tmp_path / str(threads), replace(settings, threads=threads))
    for name in ("head.safetensors", "encoder.onnx", "calibration.json"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_launched_processes_give_the_same_model_as_one(
    labelled: Sequence[LabelledText], settings: TrainingSettings, tmp_path: Path
) -> None:
    rows = [f"{example.text},{example.intent}" for example in labelled]
    (tmp_path / "data.csv").write_text("\n".join(["text,intent", *rows]))
    command = ["-m", "bot.cli", "train", "--data", str(tmp_path / "data.csv"), "--json"]
    command += ["--base-model", str(settings.base_model), "--epochs", "2", "--out"]
    launch = ["-m", "accelerate.commands.launch", "--multi_gpu", "--num_processes", "2"]
    launch += ["--num_machines", "1", "--mixed_precision", "no", "--dynamo_backend", "no"]
    for name, start in (("one", []), ("two", [*launch, "--main_process_port", "0"])):
        done = subprocess.run(
            [sys.executable, *start, *command, str(tmp_path / name)],
            env=os.environ | {"ACCELERATE_USE_CPU": "true"},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)["classes"] == 4
    for name in ("head.safetensors", "encoder.onnx", "calibration.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
