/* Calls about the loop: corrections, candidates, retraining. */

import type { ApiClient } from "./client";
import type { CandidatePage, Learning, Right, Worded } from "./records/learning";

export class LearningApi {
  constructor(private readonly client: ApiClient) {}

  /** What the bot's reply should have been; all but words of one's own counts at once. */
  async correct(conversation: string, seq: number, right: Right): Promise<void> {
    await this.client.post(`/conversations/${encodeURIComponent(conversation)}/corrections`, { seq, ...right });
  }

  candidates(): Promise<CandidatePage> {
    return this.client.get("/learning/candidates");
  }

  /** Without an intent, what is proposed counts. */
  async accept(candidate: string, intent: string | null): Promise<void> {
    await this.client.post(`/learning/candidates/${encodeURIComponent(candidate)}/accept`, { intent });
  }

  /** Makes the words a draft of an answer; gives its id. */
  async draft(candidate: string, { conversation, seq }: Worded): Promise<string> {
    const made = await this.client.post<{ readonly template: string }>(
      `/learning/candidates/${encodeURIComponent(candidate)}/draft`, { conversation, seq },
    );
    return made.template;
  }

  async reject(candidate: string): Promise<void> {
    await this.client.post(`/learning/candidates/${encodeURIComponent(candidate)}/reject`);
  }

  async acceptSafe(): Promise<void> {
    await this.client.post("/learning/candidates/accept-safe");
  }

  standing(): Promise<Learning> {
    return this.client.get("/learning/retraining");
  }

  async retrain(): Promise<void> {
    await this.client.post("/learning/retraining");
  }

  async promote(run: string): Promise<void> {
    await this.client.post(`/learning/retraining/${encodeURIComponent(run)}/promote`);
  }

  async rollBack(): Promise<void> {
    await this.client.post("/learning/rollback");
  }
}
