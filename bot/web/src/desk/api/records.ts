/* The records of the desk's API as they travel. Times are ISO 8601 UTC, probabilities 0 to 1. */

import type { FurtherContent, Outcome } from "./template-records";
import type { Attachment } from "../../files/records";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface SignedIn {
  readonly csrf: string;
  readonly user: User & { readonly email: string };
}

export const QUEUES = ["waiting", "mine", "snoozed", "bot", "closed"] as const;
export type Queue = (typeof QUEUES)[number];

export type Status = "automated" | "waiting" | "with_agent" | "snoozed" | "closed";

export interface ConversationSummary {
  readonly id: string;
  readonly channel: string;
  /** The customer's name, where it is known. */
  readonly customer: string | null;
  readonly language: string | null;
  readonly owner: "bot" | "queue" | "agent";
  readonly status: Status;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly handoff_reason: string | null;
  readonly urgent: boolean;
  /** The operator's queue that it waits in; empty where none takes it. */
  readonly queue: string;
  readonly snoozed_until: string | null;
  /** Who is asked to take it from the queue. */
  readonly assignee: { readonly id: string; readonly name: string } | null;
  /** What the link said that the customer came by. */
  readonly origin: string | null;
  /** Why nothing can be delivered to the customer; `null` where it can. */
  readonly unreachable: string | null;
  readonly banned: boolean;
  readonly waiting_since: string | null;
  readonly updated_at: string;
  readonly last_message: {
    readonly seq: number;
    readonly author: string;
    readonly text: string;
    /** How many files it brought. */
    readonly attachments?: number;
    readonly sent_at: string;
  } | null;
}

export interface ConversationPage {
  readonly conversations: readonly ConversationSummary[];
  readonly next: string | null;
  readonly counts: Readonly<Record<Queue, number>>;
  /** The operator's own queues, with how many wait in each. */
  readonly queues: Readonly<Record<string, number>>;
}

export type ReplyKind = "answer" | "clarify" | "compose" | "ask" | "handoff" | "decline";

export interface TemplateMatch {
  readonly title: string;
  readonly probability: number;
  readonly similarity: number;
  readonly fuzzy: number;
  readonly intent_probability: number | null;
  readonly example: string;
}

export interface PassageMatch {
  readonly title: string;
  readonly score: number;
  readonly url: string | null;
}

export interface Reasons {
  readonly kind: ReplyKind;
  readonly probability: number | null;
  readonly intent: string | null;
  readonly intents: readonly { readonly intent: string; readonly probability: number }[];
  readonly template: { readonly id: string; readonly version: number; readonly title: string } | null;
  readonly candidates: readonly (TemplateMatch & { readonly template: string })[];
  readonly passages: readonly (PassageMatch & { readonly article: string })[];
  readonly threshold: number | null;
  readonly rule: string | null;
  readonly release: string | null;
  readonly because: readonly string[];
}

/** A prediction, and by how much its probability falls without each word; places count characters. */
export interface Weighed {
  readonly name: string;
  readonly probability: number;
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number; readonly drop: number }[];
}

/** What the bot takes a message for now, and the labelled texts nearest to it. */
export interface MessageExplanation {
  readonly text: string;
  readonly intent: Weighed | null;
  readonly template: Weighed | null;
  readonly examples: readonly {
    readonly text: string;
    readonly intent: string;
    readonly similarity: number;
    readonly learned: boolean | null;
  }[];
}

export type Delivery = "stored" | "pending" | "sending" | "sent" | "unknown" | "failed" | "cancelled";

export interface DeskMessage {
  readonly seq: number;
  readonly author: "customer" | "bot" | "agent" | "system" | "note" | "draft";
  readonly name: string | null;
  readonly text: string;
  readonly html: string | null;
  readonly buttons: readonly { readonly id: string; readonly label: string }[] | null;
  readonly sources:
    | readonly { readonly title: string; readonly url: string | null; readonly quote: string }[]
    | null;
  readonly attachments: readonly Attachment[] | null;
  readonly sent_at: string;
  readonly reply_to: readonly number[] | null;
  readonly delivery: Delivery | null;
  /** What became of the mail that told a customer who had left of it. */
  readonly mail?: Delivery | null;
  readonly reasons: Reasons | null;
  /** What the words refer to: a message that is quoted or corrected. */
  readonly context: { readonly quote?: { readonly text: string } | null; readonly edits?: number | null } | null;
}

/** A colleague who has the conversation open. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly typing: boolean;
}

export interface Conversation extends ConversationSummary {
  readonly epoch: number;
  readonly viewers: readonly Viewer[];
  readonly messages: readonly DeskMessage[];
}

/** A reply that the agent may use: an approved answer or a help page. */
export interface Suggestion {
  readonly source: "template" | "article";
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The words alone, cut to a glimpse. */
  readonly preview: string;
  readonly score: number;
  /** Places that the agent has to fill. */
  readonly missing: readonly string[];
}

export interface EarlierConversation {
  readonly id: string;
  readonly channel: string;
  readonly status: Status;
  readonly updated_at: string;
  readonly asked: string;
  readonly rating: number | null;
}

/** A score from 1 to 5 that the customer gave. */
export interface Rated {
  readonly score: number;
  readonly comment: string | null;
  readonly at: string;
}

/** What an agent reads before the first word. */
export interface Brief {
  readonly summary: readonly { readonly seq: number; readonly text: string }[];
  readonly understanding: {
    readonly handoff_reason: string | null;
    readonly intents: readonly { readonly intent: string; readonly probability: number }[];
    readonly because: readonly string[];
  };
  readonly details: Readonly<Record<string, string>>;
  /** From -1 (furious) to 1; null where it cannot be told. */
  readonly sentiment: number | null;
  readonly earlier: readonly EarlierConversation[];
  readonly suggestions: readonly Suggestion[];
  /** Every rating of this conversation; the last one counts. */
  readonly ratings: readonly Rated[];
}

/** Whether the bot is switched off everywhere. */
export interface Silence {
  readonly silenced: boolean;
  readonly since: string | null;
  readonly by: string | null;
}

/** What is wrong with the settings' file: why it does not serve, and names in it that nobody knows. */
export interface SettingsState {
  readonly unusable: string | null;
  readonly doubts: readonly string[];
}

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
}

export interface Template extends TemplateContent {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly outcome?: Outcome | null;
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
  readonly intents: readonly Intent[];
  readonly templates: readonly { readonly id: string; readonly title: string }[];
}

/** What a reply of the bot's should have been. */
export type Right = { readonly template: string } | { readonly intent: string } | { readonly person: true };

export const EVIDENCE = [
  "corrected", "suggestion_used", "suggestion_edited", "answered_by_agent", "asked_back", "unanswered", "thumbs_up",
  "thumbs_down", "left_for_person",
] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];

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
