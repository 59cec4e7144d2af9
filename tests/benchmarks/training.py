"""How fast fine-tuning is, against the Trainer of transformers at equal batch size.

    python -m tests.benchmarks.training DATA.csv [EPOCHS]

DATA has the columns text and intent, such as Banking77's training texts. A tenth is held out to see
that both learn equally well. The Trainer tunes the whole encoder with dynamic padding and batches
alike in length, in bfloat16 where the hardware multiplies in it. What is ours runs as one tuning:
"first epoch" counts reading the texts through the frozen layers, "an epoch" does not. Takes a GPU
where there is one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.base_model import bundled_model, load_base_model
from training.crew import Crew, Message
from training.device import device_name, multiplies_in_bf16, open_accelerator
from training.labelled import read_labelled_csv
from training.plan import plan_for
from training.settings import TrainingSettings
from training.splits import Indices, TrainingTexts, hold_out_texts, prepare
from training.study import Part, Study
from training.tuning import Workshop
from training.unfinished import Unfinished


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of preparation and of an epoch, and the accuracy on the texts held out."""

    preparation: float
    epoch: float
    accuracy: float


def ours(texts: TrainingTexts, held: Indices, epochs: int) -> Run:
    """One tuning of Frontdesk on all but the texts ``held``."""
    accelerator = open_accelerator()
    crew = Crew(accelerator)
    settings = TrainingSettings(epochs=epochs, patience=epochs)
    with crew.threads(), tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        workshop = Workshop(accelerator, crew, settings)
        study = Study(texts, load_base_model(), workshop, lambda *_: None)
        preparation = time.perf_counter() - started
        first = plan_for(texts, settings).members[0]
        train = np.setdiff1d(np.arange(len(texts.texts)), held)
        part = Part("benchmark", settings, settings.seed, epochs, train, held, first.held_classes)
        bookmark = Unfinished(Path(folder, "model"), {}).bookmark("benchmark")
        study.carry_out(part, bookmark, _quiet)
        kept = bookmark.take()
    assert kept is not None
    tuned = kept["outcome"]["tuned"]
    return Run(preparation, tuned["seconds"] / epochs, tuned["history"][-1])


def trainer(texts: TrainingTexts, held: Indices, epochs: int) -> Run:
    """The same with transformers' Trainer."""
    from transformers import (
        AutoModelForSequenceClassification,
        AutoTokenizer,
        DataCollatorWithPadding,
        Trainer,
        TrainingArguments,
        logging,
    )

    logging.set_verbosity_error()
    started = time.perf_counter()
    tokenizer: Any = AutoTokenizer.from_pretrained(bundled_model())
    model = AutoModelForSequenceClassification.from_pretrained(
        bundled_model(), num_labels=len(texts.intents)
    )
    rows = [
        {**tokenizer(text, truncation=True, max_length=128), "labels": int(label)}
        for text, label in zip(texts.texts, texts.labels, strict=True)
    ]
    outside = set(held.tolist())
    with tempfile.TemporaryDirectory() as folder:
        running = Trainer(
            model=model,
            args=TrainingArguments(
                output_dir=folder,
                num_train_epochs=epochs,
                per_device_train_batch_size=TrainingSettings().batch_size,
                learning_rate=2e-4,
                warmup_steps=0.1,
                bf16=multiplies_in_bf16(),
                use_cpu=not torch.cuda.is_available(),
                train_sampling_strategy="group_by_length",
                report_to=[],
                save_strategy="no",
                logging_strategy="no",
                disable_tqdm=True,
            ),
            train_dataset=[row for at, row in enumerate(rows) if at not in outside],
            eval_dataset=[rows[at] for at in held],
            data_collator=DataCollatorWithPadding(tokenizer),
        )
        preparation = time.perf_counter() - started
        started = time.perf_counter()
        running.train()
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        epoch = (time.perf_counter() - started) / epochs
        said = running.predict(running.eval_dataset)
    accuracy = float((np.asarray(said.predictions).argmax(1) == texts.labels[held]).mean())
    return Run(preparation, epoch, accuracy)


def _quiet(_: Message) -> None:
    pass


def main() -> None:
    """Run both and print a table."""
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    texts = prepare(read_labelled_csv(Path(sys.argv[1])))
    held = hold_out_texts(texts.labels, 0.1, np.random.default_rng(13))
    trained = len(texts.texts) - len(held)
    print(f"{trained:,} texts, {epochs} epochs, {device_name(open_accelerator())}\n")
    print("| | first epoch, s | an epoch, s | texts/s | held-out accuracy |")
    print("|---|---|---|---|---|")
    runs = {"Trainer": trainer(texts, held, epochs), "Frontdesk": ours(texts, held, epochs)}
    for name, run in runs.items():
        print(
            f"| {name} | {run.preparation + run.epoch:.1f} | {run.epoch:.1f} "
            f"| {trained / run.epoch:.0f} | {run.accuracy:.2%} |"
        )
    print(f"\nAn epoch is {runs['Trainer'].epoch / runs['Frontdesk'].epoch:.1f} times as fast.")


if __name__ == "__main__":
    main()
