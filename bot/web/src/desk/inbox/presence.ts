/*
 * Who else has the conversation open. This page says every few seconds that it is looking, for as long as it is
 * shown; what it hears back are the colleagues. A customer's typing is shown for a moment.
 */

import { signal, type Signal } from "@preact/signals";
import type { ConversationsApi } from "../api/conversations";
import type { LiveChanges } from "../api/live";
import type { Viewer } from "../api/records/inbox";

const SAY_AGAIN_MS = 15_000;
const TYPING_MS = 4_000;

export class Presence {
  readonly viewers: Signal<readonly Viewer[]> = signal([]);
  readonly customerTypes: Signal<boolean> = signal(false);
  private typing = false;
  private said: ReturnType<typeof setTimeout> | undefined;
  private heard: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: ConversationsApi, private readonly id: string) {}

  /** Begins to say and to hear; returns how to stop. */
  follow(live: LiveChanges): () => void {
    const repeat = setInterval(() => void this.say(), SAY_AGAIN_MS);
    const stop = live.listen((change) => {
      if (!("id" in change) || change.id !== this.id) return;
      if (change.kind === "presence") void this.say();
      if (change.kind === "typing") this.show();
    });
    document.addEventListener("visibilitychange", this.seen);
    void this.say();
    return () => {
      clearInterval(repeat);
      clearTimeout(this.said);
      clearTimeout(this.heard);
      document.removeEventListener("visibilitychange", this.seen);
      stop();
    };
  }

  /** The agent pressed a key in the reply box. */
  types(): void {
    clearTimeout(this.said);
    this.said = setTimeout(() => {
      this.typing = false;
      void this.say();
    }, TYPING_MS);
    if (this.typing) return;
    this.typing = true;
    void this.say();
  }

  private readonly seen = (): void => void this.say();

  private async say(): Promise<void> {
    if (document.hidden) return;
    try {
      this.viewers.value = await this.api.present(this.id, this.typing);
    } catch {
      this.viewers.value = []; // Nobody is known to be there; the next time says more.
    }
  }

  private show(): void {
    this.customerTypes.value = true;
    clearTimeout(this.heard);
    this.heard = setTimeout(() => (this.customerTypes.value = false), TYPING_MS);
  }
}
