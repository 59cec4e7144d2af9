/* The loop as it stands: candidates and retrainings, read anew after every act and while one runs. */

import { signal, type Signal } from "@preact/signals";
import type { LearningApi } from "../api/learning";
import type { LiveChanges } from "../api/live";
import type { CandidatePage, Learning, Worded } from "../api/records/learning";

const LOOK_MS = 5_000;

export class OpenLearning {
  readonly page: Signal<CandidatePage | null> = signal(null);
  readonly standing: Signal<Learning | null> = signal(null);
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);

  constructor(private readonly api: LearningApi) {}

  follow(live: LiveChanges): () => void {
    const stop = live.listen((change) => {
      if (change.kind === "retraining" || change.kind === "unknown") void this.look();
    });
    const looking = setInterval(() => this.standing.value?.current && void this.look(), LOOK_MS);
    return () => {
      stop();
      clearInterval(looking);
    };
  }

  refresh(): Promise<void> {
    return this.attempt(async () => undefined);
  }

  accept(candidate: string, intent: string | null): Promise<void> {
    return this.attempt(() => this.api.accept(candidate, intent));
  }

  /** The id of the draft that the words have become; null where they have not. */
  async draft(candidate: string, worded: Worded): Promise<string | null> {
    let made: string | null = null;
    await this.attempt(async () => {
      made = await this.api.draft(candidate, worded);
    });
    return made;
  }

  reject(candidate: string): Promise<void> {
    return this.attempt(() => this.api.reject(candidate));
  }

  acceptSafe(): Promise<void> {
    return this.attempt(() => this.api.acceptSafe());
  }

  retrain(): Promise<void> {
    return this.attempt(() => this.api.retrain());
  }

  promote(run: string): Promise<void> {
    return this.attempt(() => this.api.promote(run));
  }

  rollBack(): Promise<void> {
    return this.attempt(() => this.api.rollBack());
  }

  /** Reads anew where the loop stands, without what waits in it. */
  async look(): Promise<void> {
    if (this.busy.value) return;
    try {
      this.standing.value = await this.api.standing();
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
    try {
      this.page.value = await this.api.candidates();
      this.standing.value = await this.api.standing();
    } catch (error) {
      this.problem.value = error;
    } finally {
      this.busy.value = false;
    }
  }
}
