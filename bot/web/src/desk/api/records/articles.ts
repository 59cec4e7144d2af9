/* Articles of the knowledge base as they travel. Times are ISO 8601 UTC. */

import type { ReplyKind } from "./reasons";

export const ARTICLE_STATES = ["answering", "older", "outdated", "retired"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export interface ArticleText {
  readonly title: string;
  readonly body: string;
  /** ISO 639-1, with a script where that matters; null where it is not said. */
  readonly language: string | null;
}

interface Saved {
  readonly saved_at: string | null;
  readonly saved_by: string | null;
}

export interface ListedArticle extends Saved {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly language: string | null;
  readonly state: ArticleState;
  /** The folder or site that gives it; null where it was written or brought by hand. */
  readonly source: string | null;
  readonly updated_at: string | null;
}

export interface ArticlePage {
  readonly articles: readonly ListedArticle[];
  readonly next: string | null;
  readonly matching: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly states: Readonly<Record<ArticleState, number>>;
}

export interface Article extends ArticleText, Saved {
  readonly id: string;
  readonly url: string;
  /** Where its help page is. */
  readonly help: string;
  readonly version: number;
  readonly state: ArticleState;
  readonly superseded_by: string | null;
  /** The last day that it says it holds (ISO). */
  readonly valid_until: string | null;
  readonly source: string | null;
  readonly updated_at: string | null;
  /** Whether the search that answers has taken this version in. */
  readonly findable: boolean;
}

export interface PastVersion extends ArticleText, Saved {
  readonly version: number;
}

/** What an article did in the last days. */
export interface ArticleUse {
  readonly answered: number;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly read: number;
}

/** A reply that quoted the article. */
export interface Quotation {
  readonly conversation: string;
  readonly seq: number;
  readonly asked: string;
  readonly quote: string;
  readonly at: string;
  readonly helpful: boolean | null;
}

export interface DraftPassage {
  readonly headings: readonly string[];
  readonly text: string;
  readonly words: number;
}

export interface ArticlePreview {
  readonly html: string;
  readonly passages: readonly DraftPassage[];
}

export interface PassageHit {
  readonly article: string;
  readonly title: string;
  readonly url: string | null;
  readonly headings: readonly string[];
  readonly position: number;
  readonly text: string;
  readonly similarity: number;
  readonly lexical: number;
  readonly of_draft: boolean;
}

export interface ArticleTrial {
  /** False where no model serves yet; nothing is found then. */
  readonly served: boolean;
  readonly hits: readonly PassageHit[];
  readonly reply: {
    readonly kind: ReplyKind;
    readonly text: string;
    readonly html: string;
    readonly because: readonly string[];
  } | null;
}

export type ImportState = "waiting" | "running" | "done" | "refused" | "interrupted";

/** A file, a page or a site that was read. */
export interface ArticleImport {
  readonly id: string;
  readonly kind: "file" | "page" | "site";
  readonly name: string;
  readonly state: ImportState;
  readonly done: number;
  readonly total: number;
  readonly articles: number;
  readonly changed: number;
  readonly retired: number;
  readonly left_out: number;
  readonly skipped: readonly { readonly where: string; readonly what: string; readonly reason: string }[];
  readonly problem: string | null;
  readonly started_by: string;
  readonly started_at: string;
  readonly ended_at: string | null;
}

export interface ImportPage {
  readonly imports: readonly ArticleImport[];
  /** The endings of files that are read. */
  readonly suffixes: readonly string[];
  readonly max_bytes: number;
}
