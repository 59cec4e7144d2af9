/* The review as it stands: what is open, and one decision at a time, after which it is read anew. */

import { signal, type Signal } from "@preact/signals";
import type { Decided, Review } from "../api/records/review";
import type { ReviewApi } from "../api/review";

export class OpenReview {
  readonly review: Signal<Review | null> = signal(null);
  /** The latest decision, which another about the same question may replace. */
  readonly decided: Signal<Decided | null> = signal(null);
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);

  constructor(private readonly api: ReviewApi) {}

  refresh(): Promise<void> {
    return this.attempt(async () => undefined);
  }

  label(decided: Decided): Promise<void> {
    return this.attempt(async () => {
      await this.api.label(decided);
      this.decided.value = decided;
    });
  }

  merge(intent: string, into: string): Promise<void> {
    return this.attempt(() => this.api.merge(intent, into));
  }

  /** The name of an intent; its id where it is not among those accepted. */
  nameOf(intent: string): string {
    return this.review.value?.intents.find(({ id }) => id === intent)?.name ?? intent;
  }

  /** The title of a template; its id where there is none any more. */
  templateOf(id: string): string {
    return this.review.value?.templates.find((each) => each.id === id)?.title ?? id;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    try {
      await act();
      this.review.value = await this.api.open();
      this.problem.value = null;
    } catch (error) {
      this.problem.value = error;
    } finally {
      this.busy.value = false;
    }
  }
}
