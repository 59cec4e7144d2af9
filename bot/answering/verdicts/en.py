"""What speaks for and against a model, in English: the form in which it is stored."""

from typing import Final

from nlu import comparison

VERDICTS: Final = {
    **comparison.SENTENCES,
    "too_few_examples": "{examples} examples of live templates are too few to tell.",
    "wrong_template_anew": (
        "It would answer {newly} examples with a wrong template anew, and {no_more} no more."
    ),
    "finds_template": (
        "It finds the template of {gained} examples anew and of {lost} no more, of {examples}."
    ),
    "nothing_known": "Nobody of the team has said what an answer should have been.",
    "known_wrong_anew": (
        "Of {asked} questions whose answer people said, {newly} are answered wrongly anew, "
        "and {no_more} no more."
    ),
    "known_anew": (
        "Of {asked} questions whose answer people said, {gained} are answered so anew "
        "and {lost} no more."
    ),
    "waits_for_more": "{fresh} examples are new; this waits for {least}.",
    "adapted_again": (
        "It was adapted to {messages} messages of imported conversations, as the model before was."
    ),
    "nothing_to_adapt_to": (
        "The model before was adapted to conversations; none are imported here to adapt this one "
        "to. Train with --adapt FILE to keep that."
    ),
    "ended": "the process ended",
    "ended_early": "the process ended before it was done; the next retraining goes on from there",
    "did_not_start": "the process did not start; retraining.log in the home says why",
}
