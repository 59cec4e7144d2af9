/*
 * The frame's storage, used from the moment the panel is open.
 * Where the browser forbids it, memory serves for as long as the page lives.
 */

import type { KeyValueStore } from "./outgoing";
import type { Session } from "./records";

export const SESSION = "frontdesk.session";
const DRAFT = "frontdesk.draft";
const SEEN = "frontdesk.seen";

export function openStore(open: () => Storage = () => window.localStorage): KeyValueStore {
  try {
    const store = open();
    store.setItem("frontdesk.probe", "1");
    store.removeItem("frontdesk.probe");
    return store;
  } catch {
    return new MemoryStore();
  }
}

export function readSession(store: KeyValueStore): Session | null {
  try {
    const session = JSON.parse(store.getItem(SESSION) ?? "null") as Session | null;
    return typeof session?.token === "string" ? session : null;
  } catch {
    return null;
  }
}

export function keepSession(store: KeyValueStore, session: Session | null): void {
  if (session === null) store.removeItem(SESSION);
  else store.setItem(SESSION, JSON.stringify(session));
}

/** What stands in the writing field and is not sent yet. */
export const readDraft = (store: KeyValueStore): string => store.getItem(DRAFT) ?? "";

export function keepDraft(store: KeyValueStore, text: string): void {
  if (text === "") store.removeItem(DRAFT);
  else store.setItem(DRAFT, text);
}

/** The last message that was seen in any tab. */
export const readSeen = (store: KeyValueStore): number => Number(store.getItem(SEEN) ?? 0) || 0;

export function keepSeen(store: KeyValueStore, seq: number): void {
  if (seq > readSeen(store)) store.setItem(SEEN, String(seq));
}

/** Leaves nothing of a conversation behind, but for the session, which its owner ends. */
export function dropTraces(store: KeyValueStore): void {
  for (const key of [DRAFT, SEEN]) store.removeItem(key);
}

export class MemoryStore implements KeyValueStore {
  private readonly values = new Map<string, string>();

  get length(): number {
    return this.values.size;
  }

  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.values.set(key, value);
  }

  removeItem(key: string): void {
    this.values.delete(key);
  }
}
