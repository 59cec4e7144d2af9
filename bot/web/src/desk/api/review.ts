/* Calls about the review of labels. What a lead decides lasts, and is read anew afterwards. */

import type { ApiClient } from "./client";
import type { Decided, Review } from "./records/review";

export class ReviewApi {
  constructor(private readonly client: ApiClient) {}

  open(): Promise<Review> {
    return this.client.get("/review");
  }

  /** No intent says that nothing should be learned from the question. */
  async label(decided: Decided): Promise<void> {
    await this.client.post("/review/labels", decided);
  }

  async merge(intent: string, into: string): Promise<void> {
    await this.client.post("/review/merges", { intent, into });
  }
}
