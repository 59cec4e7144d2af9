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

/** As it is stored. */
interface Kept extends Pick<Outgoing, "content" | "queuedAt"> {
  readonly problem?: string;
}

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
    this.keep(entry);
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

  /** It stays, with the reason, until the customer changes it or takes it back. */
  refused(id: string, problem: string): void {
    this.change(id, { delivery: "refused", problem });
    const entry = this.list.find((each) => each.id === id);
    if (entry) this.keep(entry);
  }

  /**
   * Takes over what other tabs wrote, and lets go of what they have seen delivered.
   * What is under way or delivered here stays as it is.
   */
  refresh(): void {
    const stored = new Map(readStored(this.store).map((entry) => [entry.id, entry]));
    const still = this.list.filter(({ id, delivery }) => delivery === "sending" || delivery === "delivered" || stored.has(id));
    const known = new Set(still.map(({ id }) => id));
    const others = [...stored.values()].filter(({ id }) => !known.has(id));
    this.list = [...still, ...others].sort((first, second) => first.queuedAt - second.queuedAt);
  }

  /** Forgets everything, sent or not. */
  clear(): void {
    for (const { id } of this.list) this.store.removeItem(PREFIX + id);
    this.list = [];
  }

  /** Forgets an entry: its message has come back from the server, or the customer withdrew it. */
  remove(id: string): void {
    this.store.removeItem(PREFIX + id);
    this.list = this.list.filter((entry) => entry.id !== id);
  }

  private keep({ id, content, queuedAt, problem }: Outgoing): void {
    const kept: Kept = problem === null ? { content, queuedAt } : { content, queuedAt, problem };
    this.store.setItem(PREFIX + id, JSON.stringify(kept));
  }

  private change(id: string, change: Partial<Outgoing>): void {
    this.list = this.list.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
  }
}

/** Whether a key of the store is one of the queue's. */
export function isQueued(key: string): boolean {
  return key.startsWith(PREFIX);
}

function readStored(store: KeyValueStore): Outgoing[] {
  const found: Outgoing[] = [];
  for (let index = 0; index < store.length; index += 1) {
    const key = store.key(index);
    if (!key?.startsWith(PREFIX)) continue;
    try {
      const { content, queuedAt, problem = null } = JSON.parse(store.getItem(key) ?? "") as Kept;
      const id = key.slice(PREFIX.length);
      found.push({ id, content, queuedAt, delivery: problem === null ? "waiting" : "refused", seq: null, problem });
    } catch {
      continue; // Not ours, or cut off while it was written: there is nothing to send.
    }
  }
  return found.sort((first, second) => first.queuedAt - second.queuedAt);
}
