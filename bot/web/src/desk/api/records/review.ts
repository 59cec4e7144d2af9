/* What is doubtful about labels, as it travels. */

import type { Intent } from "./templates";

/** An example that another intent claims; probabilities are of a probe that had not seen it. */
export interface Doubt {
  readonly text: string;
  readonly intent: string;
  readonly proposed: string;
  readonly probability: number;
  readonly proposed_probability: number;
}

/** Two intents that are taken for each other; the examples are texts with their intent. */
export interface Confusion {
  readonly one: string;
  readonly other: string;
  readonly confused: number;
  readonly share: number;
  readonly examples: readonly (readonly [string, string])[];
}

/** Two examples that say nearly the same. */
export interface Likeness {
  readonly text: string;
  readonly intent: string;
  readonly other_text: string;
  readonly other_intent: string;
  readonly cosine: number;
}

/** An unlabelled question with the intents that it may be. */
export interface OpenQuestion {
  readonly text: string;
  readonly guesses: readonly (readonly [string, number])[];
  readonly stands_for: number;
}

/** A question without an intent that the model takes for an accepted one, and how sure it is. */
export interface LookAlike {
  readonly text: string;
  readonly proposed: string;
  readonly sure: number;
  readonly others: readonly string[];
}

/** What somebody decided that a question is; a stranger was under none until then. */
export interface Decided {
  readonly text: string;
  readonly intent: string | null;
  readonly stranger: boolean;
}

/** What is open of the last reviews; null where there was none. */
export interface Review {
  readonly labels: {
    readonly made_at: string;
    readonly examples: number;
    readonly accuracy: number | null;
    readonly suspects: readonly Doubt[];
    readonly confusable: readonly Confusion[];
    readonly conflicts: readonly Likeness[];
    readonly duplicates: readonly Likeness[];
  } | null;
  readonly next: {
    readonly made_at: string;
    readonly questions: readonly OpenQuestion[];
    readonly buys: {
      readonly unlabelled: number;
      readonly stands_for: number;
      readonly per_month: number | null;
      readonly accuracy: number | null;
      readonly gain: number | null;
      readonly low: number | null;
      readonly high: number | null;
    };
  } | null;
  readonly overlooked: {
    readonly made_at: string;
    readonly questions: readonly LookAlike[];
    readonly alike: number;
    readonly strangers: number;
  } | null;
  readonly intents: readonly Intent[];
  readonly templates: readonly { readonly id: string; readonly title: string }[];
}
