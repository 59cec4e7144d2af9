/* The models as they stand, the chosen one's report, and what leads do about them, one act at a time. */

import { signal, type Signal } from "@preact/signals";
import type { LiveChanges } from "../../api/live";
import type { ModelPage, ModelsApi } from "../../api/models";
import type { ComparisonResult, ModelReport } from "../../api/records/models";
import type { Job } from "../../api/records/jobs";

export class OpenModels {
  readonly page: Signal<ModelPage | null> = signal(null);
  readonly report: Signal<ModelReport | null> = signal(null);
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);
  private chosen: string | null = null;

  constructor(private readonly api: ModelsApi) {}

  follow(live: LiveChanges): () => void {
    return live.listen(({ kind }) => {
      if (kind === "retraining" || kind === "templates" || kind === "unknown") void this.look();
    });
  }

  async choose(model: string | null): Promise<void> {
    this.chosen = model;
    if (this.report.value?.id !== model) this.report.value = null;
    await this.look();
  }

  compare(before: string, after: string): Promise<void> {
    return this.attempt(() => this.api.compare(before, after));
  }

  promote(model: string, insist: boolean): Promise<void> {
    return this.attempt(() => this.api.promote(model, insist));
  }

  setPrecision(precision: number): Promise<void> {
    return this.attempt(() => this.api.setPrecision(precision));
  }

  async look(): Promise<void> {
    const chosen = this.chosen;
    try {
      const [page, report] = await Promise.all([this.api.all(), chosen === null ? null : this.api.report(chosen)]);
      this.page.value = page;
      if (chosen === this.chosen) this.report.value = report;
    } catch (error) {
      this.problem.value = error;
    }
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.problem.value = null;
    try {
      await act();
    } catch (error) {
      this.problem.value = error;
    }
    await this.look();
    this.busy.value = false;
  }
}

/** The model that serves, and the last comparison of it with `model`. */
export function standingOf(page: ModelPage, model: string): { readonly serving: string | null; readonly comparison: Job<ComparisonResult> | null } {
  const serving = page.models.find(({ standing }) => standing === "serving")?.id ?? null;
  const comparison = page.comparisons.find(({ arguments: { before, after } }) => before === serving && after === model) ?? null;
  return { serving, comparison };
}
