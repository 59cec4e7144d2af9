/* Long work that was begun at the desk, as it travels. */

export const JOB_STATES = ["waiting", "starting", "running", "done", "failed", "interrupted"] as const;
export type JobState = (typeof JOB_STATES)[number];
export const JOB_KINDS = ["import", "learn", "labels", "compare", "backtest"] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export interface Job<Result = unknown> {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly name: string;
  readonly asked_by: string;
  readonly asked_at: string;
  readonly ended_at: string | null;
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly result: Result | null;
}

export interface ImportResult {
  readonly format: string;
  readonly conversations: number;
  readonly turns: number;
  readonly skipped: number;
  readonly duplicates: number;
  readonly erased: number;
  readonly redactions: Readonly<Record<string, number>>;
  readonly left_out?: readonly { readonly where: string; readonly what: string; readonly reason: string }[];
}

export interface LearnResult {
  readonly pairs: number;
  readonly intents: number;
  readonly drafts: number;
  readonly coverage: number;
}

export interface DoubtsResult {
  readonly suspects: number;
  readonly questions: number;
}

export interface TranscriptImports {
  readonly jobs: readonly Job[];
  readonly conversations: number;
  readonly formats: readonly string[];
  readonly max_bytes: number;
  readonly missing: readonly string[];
}

/** A share with its 95% interval; null of none. */
export interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly of: number;
}

export interface Replayed {
  readonly past: { readonly transcript: string; readonly question: string; readonly answer: string | null };
  readonly reply: string;
  readonly agrees: boolean | null;
}

export interface BacktestResult {
  readonly conversations: number;
  readonly answered: number;
  readonly asked_back: number;
  readonly handed_off: number;
  readonly agreement: Share;
  readonly refused: number;
  readonly by_intent: readonly { readonly intent: string; /** Missing in older ones. */ readonly name?: string; readonly conversations: number; readonly answered: number; readonly agreement: Share }[];
  /** Missing once somebody was erased. */
  readonly worst?: readonly Replayed[];
}

export interface Backtests {
  readonly jobs: readonly Job<BacktestResult>[];
  readonly conversations: number;
  readonly serving: boolean;
  readonly max_bytes: number;
  readonly missing: readonly string[];
}
