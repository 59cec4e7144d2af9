/* A page of long work, read anew whenever something of it changes, and what is done about it. */

import { signal, type Signal } from "@preact/signals";
import type { LiveChanges } from "../api/live";

export class OpenJobs<Page> {
  readonly page: Signal<Page | null> = signal(null);
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);

  constructor(private readonly read: () => Promise<Page>) {}

  follow(live: LiveChanges): () => void {
    void this.look();
    return live.listen(({ kind }) => {
      if (kind === "retraining" || kind === "unknown") void this.look();
    });
  }

  async act(what: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.problem.value = null;
    try {
      await what();
    } catch (error) {
      this.problem.value = error;
    }
    await this.look();
    this.busy.value = false;
  }

  async look(): Promise<void> {
    try {
      this.page.value = await this.read();
    } catch (error) {
      this.problem.value = error;
    }
  }
}
