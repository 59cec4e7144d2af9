/* Conversations and what an agent reads beside them, as they travel. Times are ISO 8601 UTC. */

import type { Attachment } from "../../../files/records";
import type { Reasons } from "./reasons";

export const TABS = ["waiting", "mine", "snoozed", "bot", "closed"] as const;
export type Tab = (typeof TABS)[number];
/** A tab, "assigned", "mentions", or a queue of the operator's. */
export type Queue = string;
export type Counts = Readonly<Record<Tab | "assigned" | "mentions", number>>;

/** What a search can be narrowed to. */
export interface InboxFilters {
  readonly languages: readonly string[];
  readonly channels: readonly string[];
  readonly agents: readonly { readonly id: string; readonly name: string }[];
}

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
  /** The message that a search found, cut to the place. */
  readonly match?: { readonly seq: number; readonly author: string; readonly text: string } | null;
}

export interface ConversationPage {
  readonly conversations: readonly ConversationSummary[];
  readonly next: string | null;
  readonly counts: Counts;
  /** The operator's own queues, with how many wait in each. */
  readonly queues: Readonly<Record<string, number>>;
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

/** A help page for the customer; `because` is the title of what they asked or read. */
export interface SuggestedArticle {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
  readonly because: string | null;
  readonly because_kind: "question" | "article" | null;
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
  readonly articles: readonly SuggestedArticle[];
}
