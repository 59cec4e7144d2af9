/* Calls about models: their reports, comparing, promoting, and the precision that counts. */

import type { ApiClient } from "./client";
import type { Job } from "./records/jobs";
import type { ComparisonResult, EpochPoint, ListedModel, ModelReport } from "./records/models";

export interface ModelPage {
  readonly models: readonly ListedModel[];
  readonly target_precision: number;
  readonly comparisons: readonly Job<ComparisonResult>[];
}

export class ModelsApi {
  constructor(private readonly client: ApiClient) {}

  all(): Promise<ModelPage> {
    return this.client.get("/learning/models");
  }

  report(model: string): Promise<ModelReport> {
    return this.client.get(`/learning/models/${encodeURIComponent(model)}`);
  }

  async curves(run: string): Promise<readonly EpochPoint[]> {
    const { epochs } = await this.client.get<{ readonly epochs: readonly EpochPoint[] }>(`/learning/retraining/${encodeURIComponent(run)}/curves`);
    return epochs;
  }

  async compare(before: string, after: string): Promise<void> {
    await this.client.post("/learning/comparisons", { before, after });
  }

  /** `insist`: although it did not come off well. */
  async promote(model: string, insist: boolean): Promise<void> {
    await this.client.post(`/learning/models/${encodeURIComponent(model)}/promote`, { insist });
  }

  async setPrecision(precision: number): Promise<void> {
    await this.client.request("/learning/target-precision", { method: "PUT", body: { target_precision: precision } });
  }
}
