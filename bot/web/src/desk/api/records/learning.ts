/* The loop: corrections, candidates and retrainings, as they travel. */

/** What a reply of the bot's should have been. */
export type Right =
  | { readonly template: string }
  | { readonly intent: string }
  | { readonly words: string }
  | { readonly person: true };

export const EVIDENCE = [
  "corrected", "corrected_in_words", "suggestion_used", "suggestion_edited", "answered_by_agent", "asked_back", "unanswered",
  "thumbs_up", "thumbs_down", "left_for_person",
] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];

/** What somebody of the team wrote that the reply `seq` of a conversation should have been. */
export interface Worded {
  readonly text: string;
  readonly by: string | null;
  readonly at: string;
  readonly conversation: string;
  readonly seq: number;
}

/** A question from live conversations, once for all who asked it. */
export interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly people: number;
  readonly kinds: Readonly<Partial<Record<EvidenceKind, number>>>;
  readonly messages: readonly { readonly conversation: string; readonly seq: number }[];
  readonly proposals: readonly { readonly intent: string | null; readonly template: string | null; readonly support: number }[];
  /** Templates that customers disliked here. */
  readonly against: readonly string[];
  readonly answer: string | null;
  /** The latest first. */
  readonly worded: readonly Worded[];
  readonly safe: boolean;
}

export interface CandidatePage {
  readonly candidates: readonly Candidate[];
  readonly waiting: number;
  /** How many may be accepted together. */
  readonly safe: number;
}

export type RunState = "asked" | "running" | "unneeded" | "failed" | "interrupted" | "refused" | "passed" | "promoted";

export interface News {
  readonly examples: number;
  readonly fresh: number;
  readonly by_evidence: Readonly<Record<string, number>>;
  readonly anything: boolean;
}

export interface ChangedIntent {
  readonly intent: string;
  readonly texts: number;
  readonly right_before: number;
  readonly right_after: number;
}

/** The same question to both models; what is said is the kind of reply and the template. */
export interface Parting {
  readonly conversation: string;
  readonly turn: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly before_text: string;
  readonly after_text: string;
}

export interface RetrainingReport {
  readonly model: string;
  readonly before: string | null;
  readonly seconds: number;
  readonly news: News;
  readonly disliked: readonly (readonly [string, number])[];
  readonly verdict: "better" | "alike" | "worse" | "unjudged" | null;
  readonly because: readonly string[];
  /** Sentences on how it was trained; older reports have none. */
  readonly remarks?: readonly string[];
  readonly trial: {
    readonly golden: { readonly texts: number; readonly intents: readonly ChangedIntent[] };
    readonly known: { readonly missed: readonly { readonly text: string; readonly said: string }[] };
    readonly shadow: {
      readonly conversations: number;
      readonly turns: number;
      readonly parted: number;
      readonly examples: readonly Parting[];
    };
  } | null;
}

export interface RetrainingRun {
  readonly id: string;
  readonly state: RunState;
  readonly started_by: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly model: string | null;
  readonly problem: string | null;
  readonly report: RetrainingReport | null;
}

/** Where the loop stands. `missing` are libraries without which nothing can be trained here. */
export interface Learning {
  readonly news: News;
  readonly missing: readonly string[];
  readonly serving: string | null;
  readonly previous: string | null;
  readonly current: RetrainingRun | null;
  readonly runs: readonly RetrainingRun[];
}
