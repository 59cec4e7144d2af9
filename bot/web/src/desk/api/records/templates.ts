/* Approved answers and drafts of them, as they travel. */

import type { FurtherContent, Outcome } from "./template-parts";
import type { PassageMatch, ReplyKind, TemplateMatch } from "./reasons";

export const TEMPLATE_STATES = ["draft", "in_review", "live", "retired"] as const;
export type TemplateState = (typeof TEMPLATE_STATES)[number];

export interface TemplateButton {
  readonly label: string;
  readonly text: string;
}

/** What an editor writes. `title` and `buttons` are in the language of the first text. */
export interface TemplateContent extends FurtherContent {
  readonly title: string;
  /** The title in further languages, by tag. */
  readonly titles: Readonly<Record<string, string>>;
  readonly intents: readonly string[];
  readonly examples: readonly string[];
  /** Markdown by language tag. */
  readonly texts: Readonly<Record<string, string>>;
  readonly buttons: readonly TemplateButton[];
  /** The buttons in further languages, by tag. */
  readonly buttons_in: Readonly<Record<string, readonly TemplateButton[]>>;
  readonly state: TemplateState;
}

/** What a drafted answer rests on. Dates are ISO 8601; null where the conversations have none. */
export interface Evidence {
  readonly conversations?: number;
  readonly agents?: readonly string[];
  readonly first?: string | null;
  readonly last?: string | null;
  /** Prices, deadlines, links and promises in the answer. */
  readonly marks?: readonly string[];
  /** Conversations whose question it answers, and how many minutes its review takes. */
  readonly covers?: number;
  readonly minutes?: number;
  /** What its intent shares with others that lie beside it. */
  readonly topic?: string | null;
  /** Whether an agent wrote it in place of a reply. */
  readonly worded?: boolean;
}

export interface Doubt {
  readonly about: "intent" | "owner" | "follow_up";
  readonly name: string;
  readonly nearest: string | null;
}

export interface Template extends TemplateContent {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly outcome?: Outcome | null;
  /** Names in it that nobody knows, where it was opened or saved. */
  readonly doubts?: readonly Doubt[];
  /** The templates that offer it next, where it was opened or saved. */
  readonly offered_by?: readonly { readonly id: string; readonly title: string }[];
  /** Why a drafted template needs a person's eye before it may go live. */
  readonly held_back?: string | null;
  readonly evidence?: Evidence | null;
}

export interface Intent {
  readonly id: string;
  readonly name: string;
}

export interface Trial {
  readonly kind: ReplyKind;
  readonly reply: string | null;
  readonly html: string | null;
  readonly because: readonly string[];
  readonly threshold: number | null;
  readonly templates: readonly (TemplateMatch & { readonly id: string })[];
  readonly buttons: readonly string[];
  readonly files: readonly string[];
  readonly passages: readonly PassageMatch[];
}
