/* Calls about long work: imports of conversations, the search for intents and doubts, backtests. */

import { sendFile, type OnProgress } from "../../files/upload";
import type { ApiClient } from "./client";
import type { Backtests, TranscriptImports } from "./records/jobs";

export class JobsApi {
  constructor(private readonly client: ApiClient) {}

  imports(): Promise<TranscriptImports> {
    return this.client.get("/learning/imports");
  }

  backtests(): Promise<Backtests> {
    return this.client.get("/learning/backtests");
  }

  /** Takes the conversations of an export in, once the file is here. */
  async upload(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<void> {
    await sendFile<unknown>(this.client.uploadWay("/learning/imports"), file, onProgress, signal);
  }

  /** Replays the conversations of a file with the model that serves. */
  async backtestFile(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<void> {
    await sendFile<unknown>(this.client.uploadWay("/learning/backtests/file"), file, onProgress, signal);
  }

  /** Learns from what was imported before that day, and replays what came after. */
  async backtest(since: string | null): Promise<void> {
    await this.client.post("/learning/backtests", { since });
  }

  /** `most` intents are kept for review, the most asked; null: all. */
  async findIntents(most: number | null): Promise<void> {
    await this.client.post("/learning/intents", { max_intents: most });
  }

  async findDoubts(): Promise<void> {
    await this.client.post("/learning/doubts");
  }

  async again(job: string, changes: { readonly format?: string; readonly columns?: string } = {}): Promise<void> {
    await this.client.post(`/learning/jobs/${encodeURIComponent(job)}/again`, changes);
  }

  async remove(job: string): Promise<void> {
    await this.client.request(`/learning/jobs/${encodeURIComponent(job)}`, { method: "DELETE" });
  }
}
