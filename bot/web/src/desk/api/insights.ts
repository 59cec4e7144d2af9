/* Calls about figures. */

import type { ApiClient } from "./client";
import type { ConversationsBehind, Figure, FigureName, InsightChoices } from "./records/insights";

/** Days are `2026-11-26`; an empty filter keeps everything. */
export interface InsightQuery {
  readonly from: string;
  readonly to: string;
  readonly channel: string;
  readonly language: string;
  readonly intent: string;
}

/** What of a figure is meant; what is left out is all of it. */
export interface Chosen {
  readonly part?: string;
  readonly bucket?: string;
  readonly agent?: string;
}

export class InsightsApi {
  constructor(private readonly client: ApiClient) {}

  choices(): Promise<InsightChoices> {
    return this.client.get("/insights");
  }

  figure(name: FigureName, query: InsightQuery): Promise<Figure> {
    return this.client.get(`/insights/${name}?${parameters(query)}`);
  }

  behind(name: FigureName, query: InsightQuery, chosen: Chosen, after: string | null): Promise<ConversationsBehind> {
    const asked = parameters(query);
    for (const [key, value] of Object.entries(chosen)) asked.set(key, value);
    if (after !== null) asked.set("after", after);
    return this.client.get(`/insights/${name}/conversations?${asked}`);
  }
}

function parameters(query: InsightQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
}
