/* What a template has beside its words, and what the desk is told of it. Dates are ISO 8601. */

import type { TemplateContent } from "./templates";

/** A file that goes out with an answer, by its bytes' hash. */
export interface Enclosure {
  readonly name: string;
  readonly sha256: string;
}

export const CHANNELS = ["web", "telegram"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface FurtherContent {
  /** Further wordings by language tag. */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** A channel's own texts, by channel and language tag. */
  readonly texts_on: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The templates that are offered next, by id. */
  readonly follow_ups: readonly string[];
  readonly attachments: readonly Enclosure[];
  readonly owner: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
}

/** What became of a template in the last ninety days. */
export interface Outcome {
  readonly shown: number;
  readonly helpful: number;
  readonly unhelpful: number;
  /** A person came next. */
  readonly to_person: number;
  /** An agent took its words, and changed them. */
  readonly by_agents: number;
  readonly edited: number;
  readonly ratings: number;
  readonly rating: number | null;
  readonly last_at: string | null;
}

export interface TemplateVersion {
  readonly version: number;
  readonly saved_at: string;
  readonly saved_by: string | null;
  readonly content: TemplateContent;
}

export type OverlapKind = "same_question" | "answered_there" | "repeats" | "contradicts";

export interface Overlap {
  readonly kind: OverlapKind;
  readonly ours: string;
  readonly theirs: string;
  readonly template: string;
  readonly title: string;
  readonly probability: number | null;
}

export interface Owner {
  readonly email: string;
  readonly name: string;
}
