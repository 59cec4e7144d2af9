/* Models and what is known of them, as they travel. Shares are from 0 to 1. */

import type { RetrainingReport } from "./learning";

/** What a threshold for one precision gives; `value` is null where none reaches it. */
export interface Promised {
  readonly value: number | null;
  readonly precision: number;
  readonly coverage: number;
  readonly guaranteed: boolean;
  readonly texts: number;
}

export interface ListedModel {
  readonly id: string;
  readonly created_at: string;
  readonly standing: "serving" | "previous" | null;
  /** Somebody was erased whose messages it may have learned from. */
  readonly retrain_since: string | null;
  readonly accuracy: number | null;
  readonly ece: number | null;
  readonly oos_auroc: number | null;
  readonly validation_texts: number;
  readonly promise: Promised | null;
}

export interface IntentValidation {
  readonly intent: string;
  readonly texts: number;
  readonly right: number;
  readonly said: number;
}

export interface Confused {
  readonly intent: string;
  readonly taken_for: string;
  readonly texts: number;
}

export interface ReliabilityBin {
  readonly texts: number;
  readonly probability: number;
  readonly right: number;
}

export interface Misread {
  readonly text: string;
  readonly intent: string;
  readonly said: string;
  readonly probability: number;
}

export interface Validation {
  readonly texts: number;
  readonly intents: readonly IntentValidation[];
  readonly confused: readonly Confused[];
  readonly reliability: readonly ReliabilityBin[];
  readonly misread: readonly Misread[];
}

export interface ModelReport extends ListedModel {
  readonly names: Readonly<Record<string, string>>;
  /** What each precision that may be chosen would give, the lowest first. */
  readonly curve: readonly Promised[];
  readonly kept_aside: number;
  readonly out_of_scope_share: number;
  /** How many imported questions under no accepted intent that share was seen in; 0 where it was assumed. */
  readonly strangers: number;
  /** How many of the imported questions belong to no accepted intent; null where there is none. */
  readonly unknown_share: number | null;
  readonly target_precision: number;
  /** Null where its directory is older than such reports. */
  readonly validation: Validation | null;
  /** How many of the texts that it learned from only the search for intents has sorted; null for older models. */
  readonly labels: { readonly texts: number; readonly sorted_by_search: number } | null;
  readonly training: {
    readonly base_model: string | null;
    readonly texts: number;
    readonly intents: number;
    readonly seconds: number;
    readonly device: string;
    readonly plan: string | null;
    readonly tunings: Readonly<Record<string, readonly number[]>>;
  } | null;
}

export interface Changed {
  readonly text: string;
  readonly intent: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ComparedIntent {
  readonly intent: string;
  readonly texts: number;
  readonly right_before: number;
  readonly right_after: number;
  readonly gained: readonly Changed[];
  readonly lost: readonly Changed[];
}

/** What tells two models apart. Quotes are empty once somebody was erased. */
export interface ComparisonResult {
  readonly before: string;
  readonly after: string;
  readonly verdict: NonNullable<RetrainingReport["verdict"]>;
  readonly because: readonly string[];
  readonly golden: {
    readonly texts: number;
    readonly accuracy_before: number | null;
    readonly accuracy_after: number | null;
    readonly intents: readonly ComparedIntent[];
  };
}

export interface EpochPoint {
  readonly tuning: string;
  readonly epoch: number;
  readonly loss: number;
  readonly validation_accuracy: number | null;
}
