/*
 * Tells when something at the desk has changed: Server-Sent Events, and a steady
 * look every few seconds for as long as they do not come through.
 */

import { signal, type Signal } from "@preact/signals";

export type Change =
  | { readonly kind: "conversation"; readonly id: string }
  | { readonly kind: "templates" }
  | { readonly kind: "articles" }
  | { readonly kind: "silence" }
  | { readonly kind: "retraining" }
  /** A colleague came or went; the customer types. */
  | { readonly kind: "presence" | "typing"; readonly id: string }
  /** Anything may have changed: look again. */
  | { readonly kind: "unknown" };

const LOOK_MS = 5_000;
const REOPEN_MS = 15_000;

export class LiveChanges {
  readonly connected: Signal<boolean> = signal(false);
  private source: EventSource | null = null;
  private looking: ReturnType<typeof setInterval> | undefined;
  private reopening: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(private readonly address: string = "/api/desk/events") {}

  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    this.stop();
    window.addEventListener("offline", this.lost);
    window.addEventListener("online", this.regained);
    this.open();
  }

  stop(): void {
    window.removeEventListener("offline", this.lost);
    window.removeEventListener("online", this.regained);
    this.source?.close();
    this.source = null;
    clearInterval(this.looking);
    clearTimeout(this.reopening);
    this.looking = undefined;
  }

  /** The browser knows at once that it has no network; the stream may take minutes to notice. */
  private readonly lost = (): void => void (this.connected.value = false);

  private readonly regained = (): void => {
    clearTimeout(this.reopening);
    this.source?.close();
    this.open();
  };

  private open(): void {
    const source = new EventSource(this.address);
    this.source = source;
    source.onopen = () => {
      clearInterval(this.looking);
      this.looking = undefined;
      this.connected.value = true;
      this.tell({ kind: "unknown" }); // Something may have happened while nobody listened.
    };
    source.onerror = () => {
      this.connected.value = false;
      this.looking ??= setInterval(() => this.tell({ kind: "unknown" }), LOOK_MS);
      if (source.readyState === EventSource.CLOSED && this.source === source) {
        this.reopening = setTimeout(() => this.open(), REOPEN_MS);
      }
    };
    source.addEventListener("conversation", (event: MessageEvent<string>) => {
      const { id } = JSON.parse(event.data) as { id: string };
      this.tell({ kind: "conversation", id });
    });
    for (const kind of ["templates", "articles", "silence", "retraining"] as const) {
      source.addEventListener(kind, () => this.tell({ kind }));
    }
    for (const kind of ["presence", "typing"] as const) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        const { id } = JSON.parse(event.data) as { id: string };
        this.tell({ kind, id });
      });
    }
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}
