/*
 * The frame's storage, used from the moment the panel is open.
 * Where the browser forbids it, memory serves for as long as the page lives.
 */

import type { KeyValueStore } from "./outgoing";
import type { Session } from "./records";

const SESSION = "frontdesk.session";

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
