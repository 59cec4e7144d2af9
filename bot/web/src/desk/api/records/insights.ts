/* Figures as they travel. Days are those of the team's time zone; durations are seconds within opening hours. */

import type { ConversationSummary } from "./inbox";

export const FIGURES = [
  "contacts", "resolutions", "durability", "first_responses", "resolution_times", "handovers", "ratings", "thumbs", "templates", "work",
] as const;
export type FigureName = (typeof FIGURES)[number];

/** What figures can be narrowed to, and what they are reckoned by. */
export interface InsightChoices {
  readonly today: string;
  readonly time_zone: string;
  readonly opening_hours: boolean;
  readonly durable_days: number;
  readonly by_agent: boolean;
  readonly channels: readonly string[];
  readonly languages: readonly string[];
  readonly intents: readonly { readonly id: string; readonly name: string }[];
}

export interface Part {
  readonly id: string;
  readonly name: string;
  readonly counts: readonly number[];
  readonly total: number;
  readonly before: number;
}

export interface Durations {
  readonly count: number;
  readonly median: number | null;
  /** Nine in ten took no longer. */
  readonly slowest: number | null;
}

export interface TemplateOutcome {
  readonly id: string;
  readonly title: string;
  readonly shown: number;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly to_person: number;
  readonly by_agents: number;
  readonly edited: number;
  readonly ratings: number;
  readonly rating: number | null;
}

export interface AgentWork {
  readonly id: string;
  readonly name: string;
  readonly did: Readonly<Record<string, number>>;
}

export interface Figure {
  readonly figure: FigureName;
  readonly from: string;
  readonly to: string;
  readonly step: "day" | "week" | "month";
  readonly buckets: readonly string[];
  readonly parts: readonly Part[];
  readonly total: number;
  readonly before: number;
  /** How many there are behind it; not told of templates, nor what was before. */
  readonly conversations?: number;
  /** Of figures that are about time: by bucket, and over the period and the one before. */
  readonly times?: readonly Durations[];
  readonly in_all?: Durations;
  readonly in_all_before?: Durations;
  readonly templates?: readonly TemplateOutcome[];
  readonly people?: number;
  /** `null` where figures of single agents are off. */
  readonly agents?: readonly AgentWork[] | null;
}

export interface ConversationsBehind {
  readonly conversations: readonly (ConversationSummary & { readonly at: string })[];
  readonly total: number;
  readonly next: string | null;
}
