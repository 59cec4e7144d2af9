/* One queue's conversations, kept up to date while the page is shown. */

import { signal, type Signal } from "@preact/signals";
import type { ConversationsApi } from "../api/conversations";
import type { LiveChanges } from "../api/live";
import type { ConversationSummary, Queue } from "../api/records/inbox";

const SETTLE_MS = 150;

export class InboxList {
  /** `null` until the first answer has come. */
  readonly conversations: Signal<readonly ConversationSummary[] | null> = signal(null);
  readonly counts: Signal<Readonly<Record<Queue, number>> | null> = signal(null);
  /** The operator's own queues by name. */
  readonly queues: Signal<readonly string[]> = signal([]);
  readonly problem: Signal<unknown> = signal(null);
  readonly next: Signal<string | null> = signal(null);

  private first: readonly ConversationSummary[] = [];
  private further: readonly ConversationSummary[] = [];
  private settling: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor(
    private readonly api: ConversationsApi,
    private queue: Queue,
    private search: string,
  ) {}

  /** Looks again on each change; returns how to stop. */
  follow(live: LiveChanges): () => void {
    const stop = live.listen((change) => {
      if (change.kind !== "conversation" && change.kind !== "unknown") return;
      clearTimeout(this.settling);
      this.settling = setTimeout(() => void this.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.settling);
      this.asked += 1; // An answer still under way is no longer wanted.
      stop();
    };
  }

  /** Reads the first page anew; pages opened further down stay as they were read. */
  async refresh(): Promise<void> {
    const asked = ++this.asked;
    try {
      const page = await this.api.list(this.queue, this.search);
      if (asked !== this.asked) return;
      this.first = page.conversations;
      this.counts.value = page.counts;
      this.queues.value = Object.keys(page.queues);
      if (this.further.length === 0) this.next.value = page.next;
      this.problem.value = null;
      this.show();
    } catch (error) {
      if (asked === this.asked) this.problem.value = error;
    }
  }

  async more(): Promise<void> {
    if (this.next.value === null) return;
    const page = await this.api.list(this.queue, this.search, this.next.value);
    this.further = [...this.further, ...page.conversations];
    this.next.value = page.next;
    this.show();
  }

  private show(): void {
    const known = new Set(this.first.map(({ id }) => id));
    this.conversations.value = [...this.first, ...this.further.filter(({ id }) => !known.has(id))];
  }
}
