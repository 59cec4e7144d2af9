/* Calls about discovered intents. What is decided lasts, and is read anew afterwards. */

import type { ApiClient } from "./client";
import type { ReviewedExample, ReviewedIntent } from "./records/intents";

export class IntentsApi {
  constructor(private readonly client: ApiClient) {}

  async all(): Promise<readonly ReviewedIntent[]> {
    return (await this.client.get<{ readonly intents: readonly ReviewedIntent[] }>("/review/intents")).intents;
  }

  async examples(intent: string): Promise<readonly ReviewedExample[]> {
    const path = `/review/intents/examples?intent=${encodeURIComponent(intent)}`;
    return (await this.client.get<{ readonly examples: readonly ReviewedExample[] }>(path)).examples;
  }

  async rename(intent: string, name: string): Promise<void> {
    await this.client.post("/review/intents/names", { intent, name });
  }

  async accept(intents: readonly string[]): Promise<void> {
    await this.client.post("/review/intents/accepted", { intents });
  }

  /** No intent says that nothing should be learned from the questions. */
  async move(texts: readonly string[], into: string | null): Promise<void> {
    await this.client.post("/review/intents/moves", { texts, into });
  }

  async split(intent: string, texts: readonly string[], name: string): Promise<string> {
    return (await this.client.post<{ readonly intent: string }>("/review/intents/splits", { intent, texts, name })).intent;
  }

  async leaveOut(intent: string): Promise<void> {
    await this.client.post("/review/intents/left-out", { intent });
  }

  async merge(intent: string, into: string): Promise<void> {
    await this.client.post("/review/merges", { intent, into });
  }
}
