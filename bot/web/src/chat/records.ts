/*
 * The records of the chat API as they travel, and the reading of one WebSocket frame.
 * Field names are the server's own, so that what arrives needs no translation.
 */

import type { Attachment } from "../files/records";

export type Author = "customer" | "bot" | "agent" | "system";
export type Owner = "bot" | "queue" | "agent";

export interface Button {
  readonly id: string;
  readonly label: string;
}

export interface Source {
  readonly title: string;
  readonly url?: string | null;
  /** The very words of the article, with its Markdown. */
  readonly quote: string;
  /** The same as it reads. */
  readonly reads: string;
}

export interface Message {
  readonly seq: number;
  readonly author: Author;
  readonly name?: string | null;
  readonly text: string;
  /** Sanitised by the server; empty for what a customer wrote. */
  readonly html?: string | null;
  readonly buttons?: readonly Button[] | null;
  readonly sources?: readonly Source[] | null;
  readonly attachments?: readonly Attachment[] | null;
  readonly reply_to?: readonly number[] | null;
  readonly sent_at: string;
}

/** Who holds the conversation; `position` counts from 1 while it waits in the queue. */
export interface Ownership {
  readonly owner: Owner;
  readonly name?: string | null;
  readonly position?: number | null;
  /** How long the answer usually takes; absent or null where that is not known. */
  readonly expected_wait_seconds?: number | null;
}

export interface Problem {
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  /** What is wrong with single fields. */
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

export interface Session {
  readonly conversation_id: string;
  readonly token: string;
  readonly expires_at: string;
  /** Until when the host vouches for the customer; null where nobody is signed in. */
  readonly signed_in_until?: string | null;
}

/** What a conversation begins with. */
export interface Beginning {
  readonly locale: string;
  /** A token that the host's server signed. */
  readonly customer?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly consented?: boolean;
}

/** A question to ask, which is sent as a button of this id, or an article to read. */
export interface Suggestion {
  readonly id: string;
  readonly kind: "question" | "article";
  readonly text: string;
  readonly url?: string | null;
  /** What this customer asked or read that speaks for it most. */
  readonly because?: { readonly text: string; readonly kind: "question" | "article" } | null;
}

/** The same for everybody until the customer chooses. */
export type SuggestionChoice = "general" | "personal" | "off";

export interface Suggested {
  /** Null where the company has suggestions switched off. */
  readonly choice: SuggestionChoice | null;
  readonly suggestions: readonly Suggestion[];
}

export type Act = "read" | "clicked" | "skipped";

export interface MessagePage {
  readonly messages: readonly Message[];
  readonly state?: Ownership;
}

export type ServerFrame =
  | ({ readonly type: "message" } & Message)
  | ({ readonly type: "state" } & Ownership)
  | { readonly type: "ack"; readonly client_msg_id: string; readonly seq: number }
  | { readonly type: "typing"; readonly author: Author }
  | { readonly type: "error"; readonly client_msg_id?: string | null; readonly problem: Problem };

const FRAME_TYPES = new Set(["message", "state", "ack", "typing", "error"]);

/** The frame in `data`, or null for one that this version does not know. */
export function readFrame(data: unknown): ServerFrame | null {
  if (typeof data !== "string") return null;
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return FRAME_TYPES.has(String(value.type)) ? (value as ServerFrame) : null;
}
