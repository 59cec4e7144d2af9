/* What customers asked in vain, by matter, with what would close the gap. */

import type { ApiClient } from "./client";

export interface NearArticle {
  readonly article: string;
  readonly title: string;
  readonly url: string | null;
  readonly similarity: number;
}

export interface GivenAnswer {
  readonly text: string;
  readonly by: string | null;
  readonly at: string;
  readonly conversation: string;
}

export interface ArticleDraft {
  readonly title: string;
  readonly body: string;
}

export interface Gap {
  readonly id: string;
  readonly question: string;
  readonly people: number;
  readonly questions: readonly string[];
  readonly closest: readonly NearArticle[];
  readonly answers: readonly GivenAnswer[];
  readonly draft: ArticleDraft | null;
  readonly answered_now: boolean;
}

export interface GapPage {
  readonly gaps: readonly Gap[];
  readonly matters: number;
}

export class GapsApi {
  constructor(private readonly client: ApiClient) {}

  all(): Promise<GapPage> {
    return this.client.get("/learning/gaps");
  }
}

/** The draft as the Markdown file that `frontdesk import articles` reads. */
export const markdownOf = (draft: ArticleDraft): string => `# ${draft.title}\n\n${draft.body.trim()}\n`;

/** A name for that file: the question's letters and digits, whatever the language. */
export const fileNameOf = (draft: ArticleDraft): string => {
  const words = draft.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${words.slice(0, 60) || "article"}.md`;
};
