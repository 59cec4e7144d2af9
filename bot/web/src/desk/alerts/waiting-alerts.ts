/*
 * Tells an agent of conversations that begin to wait while nobody looks at the page: by the tab's title, by a sound, by
 * a notification of the system. Each wait is told of once; what waited already when the desk was opened is no news.
 */

import { signal, type Signal } from "@preact/signals";
import type { ConversationsApi } from "../api/conversations";
import type { LiveChanges } from "../api/live";
import type { ConversationPage, ConversationSummary } from "../api/records/inbox";
import type { PageTitle } from "./page-title";

const SETTLE_MS = 400;
/** The page itself comes first. */
const FIRST_MS = 1_500;
/** Rows of a page; who waits longest comes first, so whoever has just begun to stands on the last one. */
const ROWS = 200;
const STORED = "frontdesk.desk.alerts";

export interface Alarm {
  sound(): void;
  /** Shows a notification for one of these; the press of it opens that conversation. */
  notify(waiting: readonly ConversationSummary[]): void;
  /** Whether somebody has the page before their eyes. */
  looking(): boolean;
}

export class WaitingAlerts {
  readonly sound: Signal<boolean> = signal(localStorage.getItem(STORED) !== "silent");
  private told: ReadonlySet<string> | null = null;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: Pick<ConversationsApi, "list">, private readonly title: PageTitle, private readonly alarm: Alarm) {}

  follow(live: LiveChanges): () => void {
    this.settling = setTimeout(() => void this.look(), FIRST_MS);
    const stop = live.listen(({ kind }) => {
      if (kind !== "conversation" && kind !== "unknown") return;
      clearTimeout(this.settling);
      this.settling = setTimeout(() => void this.look(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.settling);
      this.title.waiting.value = 0;
      this.told = null;
      stop();
    };
  }

  switchSound(on: boolean): void {
    this.sound.value = on;
    localStorage.setItem(STORED, on ? "loud" : "silent");
  }

  async look(): Promise<void> {
    try {
      const { conversations, counts } = await this.everyoneWaiting();
      this.title.waiting.value = counts.waiting;
      const fresh = conversations.filter((each) => this.told !== null && !this.told.has(waitOf(each)));
      this.told = new Set([...(this.told ?? []), ...conversations.map(waitOf)]);
      if (fresh.length === 0 || this.alarm.looking()) return;
      if (this.sound.value) this.alarm.sound();
      this.alarm.notify(fresh);
    } catch {
      // The next change, or the steady look of a broken connection, tries again.
    }
  }

  private async everyoneWaiting(): Promise<Pick<ConversationPage, "conversations" | "counts">> {
    const { conversations, counts, next } = await this.api.list("waiting", {}, null, ROWS);
    const all = [...conversations];
    for (let after = next; after !== null; ) {
      const page = await this.api.list("waiting", {}, after, ROWS);
      all.push(...page.conversations);
      after = page.next;
    }
    return { conversations: all, counts };
  }
}

/** One time that a conversation waits, told from the next. */
function waitOf({ id, waiting_since: since }: ConversationSummary): string {
  return `${id} ${since}`;
}
