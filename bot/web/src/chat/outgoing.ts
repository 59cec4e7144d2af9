/*
 * What the customer has written and the server has not yet confirmed.
 * Each entry has an id of its own and is kept in storage until it is confirmed, so that a reload,
 * a lost connection or a second attempt loses nothing and sends nothing twice.
 * Sends nothing itself: the conversation takes the head, and reports what became of it.
 */

import type { Attachment } from "../files/records";

export type Content =
  | { readonly kind: "text"; readonly text: string; readonly attachment?: Attachment }
  | { readonly kind: "button"; readonly id: string; readonly label: string }
  | { readonly kind: "handoff" };

export type Delivery = "waiting" | "sending" | "delivered" | "refused";

export interface Outgoing {
  readonly id: string;
  readonly content: Content;
  /** Milliseconds since 1970; entries are sent in this order. */
  readonly queuedAt: number;
  readonly delivery: Delivery;
  /** The server's number, once delivered; 0 where the server gives none. */
  readonly seq: number | null;
  /** Why it was refused. */
  readonly problem: string | null;
}

/** The part of `Storage` that is needed. */
export interface KeyValueStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "frontdesk.outgoing.";

export class OutgoingQueue {
  private list: readonly Outgoing[];

  constructor(
    private readonly store: KeyValueStore,
    private readonly newId: () => string,
    private readonly now: () => number,
  ) {
    this.list = readStored(store);
  }

  /** All entries, oldest first. */
  get entries(): readonly Outgoing[] {
    return this.list;
  }

  /** The oldest entry that is not settled; it alone may be under way. */
  get head(): Outgoing | null {
    return this.list.find(({ delivery }) => delivery === "waiting" || delivery === "sending") ?? null;
  }

  add(content: Content): Outgoing {
    const newest = this.list.at(-1)?.queuedAt ?? 0;
    const queuedAt = Math.max(this.now(), newest + 1);
    const entry: Outgoing = {
      id: this.newId(), content, queuedAt, delivery: "waiting", seq: null, problem: null,
    };
    this.store.setItem(PREFIX + entry.id, JSON.stringify({ content, queuedAt }));
    this.list = [...this.list, entry];
    return entry;
  }

  sending(id: string): void {
    this.change(id, { delivery: "sending" });
  }

  /** The attempt came to nothing that is known: it will be made again with the same id. */
  postponed(id: string): void {
    this.change(id, { delivery: "waiting" });
  }

  delivered(id: string, seq: number): void {
    this.store.removeItem(PREFIX + id);
    this.change(id, { delivery: "delivered", seq });
  }

  refused(id: string, problem: string): void {
    this.store.removeItem(PREFIX + id);
    this.change(id, { delivery: "refused", problem });
  }

  /** Forgets an entry: its message has come back from the server, or the customer withdrew it. */
  remove(id: string): void {
    this.store.removeItem(PREFIX + id);
    this.list = this.list.filter((entry) => entry.id !== id);
  }

  private change(id: string, change: Partial<Outgoing>): void {
    this.list = this.list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
  }
}

function readStored(store: KeyValueStore): Outgoing[] {
  const found: Outgoing[] = [];
  for (let index = 0; index < store.length; index += 1) {
    const key = store.key(index);
    if (!key?.startsWith(PREFIX)) continue;
    try {
      const { content, queuedAt } = JSON.parse(store.getItem(key) ?? "") as Outgoing;
      const id = key.slice(PREFIX.length);
      found.push({ id, content, queuedAt, delivery: "waiting", seq: null, problem: null });
    } catch {
      continue; // Not ours, or cut off while it was written: there is nothing to send.
    }
  }
  return found.sort((first, second) => first.queuedAt - second.queuedAt);
}
