/*
 * The conversations of a queue, or those that a search finds, kept up to date while the page is shown. Pages follow
 * one another by where they end; one that holds a conversation that changed is read anew.
 */

import { signal, type Signal } from "@preact/signals";
import type { ConversationsApi, InboxSearch } from "../api/conversations";
import type { LiveChanges } from "../api/live";
import type { ConversationSummary, Counts, Queue } from "../api/records/inbox";

const SETTLE_MS = 150;

interface Page {
  readonly after: string | null;
  readonly rows: readonly ConversationSummary[];
}

export class InboxList {
  /** `null` until the first answer has come. */
  readonly conversations: Signal<readonly ConversationSummary[] | null> = signal(null);
  readonly counts: Signal<Counts | null> = signal(null);
  /** The operator's own queues, with how many wait in each. */
  readonly queues: Signal<Readonly<Record<string, number>>> = signal({});
  readonly problem: Signal<unknown> = signal(null);
  readonly hasMore: Signal<boolean> = signal(false);

  private pages: readonly Page[] = [];
  private next: string | null = null;
  private changed = new Set<string>();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private loadingMore = false;
  private asked = 0;

  constructor(private readonly api: ConversationsApi, private readonly queue: Queue, private readonly search: InboxSearch) {}

  /** Looks again on each change; returns how to stop. */
  follow(live: LiveChanges): () => void {
    const stop = live.listen((change) => {
      if (change.kind !== "conversation" && change.kind !== "unknown") return;
      if (change.kind === "conversation") this.changed.add(change.id);
      clearTimeout(this.settling);
      this.settling = setTimeout(() => void this.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.settling);
      this.asked += 1; // An answer still under way is no longer wanted.
      stop();
    };
  }

  /** Reads the first page anew, and each later one that holds a conversation that changed. */
  async refresh(): Promise<void> {
    const asked = ++this.asked;
    const changed = this.changed;
    this.changed = new Set();
    try {
      const page = await this.api.list(this.queue, this.search);
      if (asked !== this.asked) return;
      this.counts.value = page.counts;
      this.queues.value = page.queues;
      const [first, ...further] = this.pages;
      const kept = first && further.length > 0 ? leftOver(first, page.conversations, changed) : [];
      this.pages = [{ after: null, rows: [...page.conversations, ...kept] }, ...further];
      if (further.length === 0) this.next = page.next;
      for (const stale of further.filter(({ rows }) => rows.some(({ id }) => changed.has(id)))) {
        const { conversations } = await this.api.list(this.queue, this.search, stale.after);
        if (asked !== this.asked) return;
        const rows = [...conversations, ...leftOver(stale, conversations, changed)];
        this.pages = this.pages.map((each) => (each === stale ? { after: stale.after, rows } : each));
      }
      this.problem.value = null;
      this.show();
    } catch (error) {
      if (asked === this.asked) this.problem.value = error;
      for (const id of changed) this.changed.add(id);
    }
  }

  async more(): Promise<void> {
    const after = this.next;
    if (after === null || this.loadingMore) return;
    this.loadingMore = true;
    try {
      const page = await this.api.list(this.queue, this.search, after);
      if (this.next !== after) return;
      this.pages = [...this.pages, { after, rows: page.conversations }];
      this.next = page.next;
      this.show();
    } catch (error) {
      this.problem.value = error;
    } finally {
      this.loadingMore = false;
    }
  }

  private show(): void {
    const known = new Map<string, ConversationSummary>();
    for (const row of this.pages.flatMap(({ rows }) => rows)) if (!known.has(row.id)) known.set(row.id, row);
    this.conversations.value = [...known.values()];
    this.hasMore.value = this.next !== null;
  }
}

/** What a page held and holds no more, though nothing is known to have happened to it: it was pushed down. */
function leftOver(before: Page, now: readonly ConversationSummary[], changed: ReadonlySet<string>): readonly ConversationSummary[] {
  const here = new Set(now.map(({ id }) => id));
  return before.rows.filter(({ id }) => !here.has(id) && !changed.has(id));
}
