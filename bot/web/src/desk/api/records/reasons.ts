/* Why the bot said what it did, as it travels. Probabilities are 0 to 1. */

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
