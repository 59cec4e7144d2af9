/*
 * The conversation that is open: its record, what can be done with it, and what went wrong.
 * After every action, and after every refusal, the record is read anew: the server is right.
 */

import { signal, type Signal } from "@preact/signals";
import type { ConversationsApi } from "../api/conversations";
import type { Attachment } from "../../files/records";
import type { OnProgress } from "../../files/upload";
import { ApiProblem } from "../api/client";
import type { LiveChanges } from "../api/live";
import type { Brief, Conversation, Suggestion } from "../api/records/inbox";
import { Presence } from "./presence";
import type { RecentConversations } from "./recent";

export type Action =
  | { readonly kind: "takeOver" }
  | { readonly kind: "release" }
  | { readonly kind: "close" }
  | { readonly kind: "transfer"; readonly userId: string }
  | { readonly kind: "transferToQueue"; readonly queue: string }
  | { readonly kind: "ban" | "unban" }
  | { readonly kind: "assign"; readonly userId: string | null }
  | { readonly kind: "snooze"; readonly until: string }
  | { readonly kind: "reply"; readonly id: string; readonly text: string; readonly attachment: string | null; readonly suggestion: string | null }
  | { readonly kind: "note"; readonly id: string; readonly text: string };

/** Why an action failed: another owner was faster, or anything else. */
export type Failure =
  | { readonly kind: "taken" | "stale"; readonly holder: string | null }
  | { readonly kind: "other"; readonly error: unknown };

/** Words taken over, and the template that they are of. */
export interface ChosenText {
  readonly text: string;
  readonly template: string | null;
}

export class OpenConversation {
  readonly record: Signal<Conversation | null> = signal(null);
  readonly missing: Signal<boolean> = signal(false);
  readonly failure: Signal<Failure | null> = signal(null);
  readonly busy: Signal<boolean> = signal(false);
  /** What an agent reads first; it is asked for anew when the conversation changed. */
  readonly brief: Signal<Brief | null> = signal(null);
  /** A text that somebody chose to use; the reply box takes it. */
  readonly chosen: Signal<ChosenText | null> = signal(null);
  readonly presence: Presence;
  private asked = 0;

  constructor(private readonly api: ConversationsApi, readonly id: string, private readonly recent: RecentConversations) {
    this.presence = new Presence(api, id);
    this.record.value = recent.get(id);
  }

  follow(live: LiveChanges): () => void {
    const leave = this.presence.follow(live);
    const stop = live.listen((change) => {
      const concerns = change.kind === "unknown" || (change.kind === "conversation" && change.id === this.id);
      if (concerns) void this.refresh();
    });
    return () => {
      this.asked += 1;
      leave();
      stop();
    };
  }

  async refresh(): Promise<void> {
    const asked = ++this.asked;
    try {
      const record = await this.api.open(this.id);
      if (asked !== this.asked) return;
      this.record.value = record;
      this.recent.keep(record);
      void this.readBrief(asked);
    } catch (error) {
      if (asked !== this.asked) return;
      if (error instanceof ApiProblem && error.status === 404) this.missing.value = true;
      else this.failure.value = { kind: "other", error };
    }
  }

  /** The brief takes longer than the rest, so that nothing waits for it. */
  private async readBrief(asked: number): Promise<void> {
    try {
      const brief = await this.api.brief(this.id);
      if (asked === this.asked) this.brief.value = brief;
    } catch (error) {
      if (asked === this.asked) this.failure.value ??= { kind: "other", error };
    }
  }

  /** Whether it was done. */
  async perform(action: Action): Promise<boolean> {
    this.busy.value = true;
    this.failure.value = null;
    try {
      await this.call(action);
      await this.refresh();
      return true;
    } catch (error) {
      await this.refresh();
      const stale = error instanceof ApiProblem && error.status === 409;
      const holder = this.record.value?.agent?.name ?? null;
      this.failure.value = stale
        ? { kind: action.kind === "takeOver" ? "taken" : "stale", holder }
        : { kind: "other", error };
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  /** Takes a suggestion's words into the reply box. */
  use({ source, id, text }: Suggestion): void {
    this.chosen.value = { text, template: source === "template" ? id : null };
  }

  /** Takes words of nobody's into the reply box. */
  useText(text: string): void {
    this.chosen.value = { text, template: null };
  }

  /** Uploads a file for a reply to come. */
  attach(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Attachment> {
    return this.api.attach(this.id, file, onProgress, signal);
  }

  private call(action: Action): Promise<unknown> {
    switch (action.kind) {
      case "takeOver":
        return this.api.takeOver(this.id, this.record.value?.epoch ?? 0);
      case "release":
        return this.api.release(this.id);
      case "close":
        return this.api.close(this.id);
      case "transferToQueue":
        return this.api.transferToQueue(this.id, action.queue);
      case "assign":
        return this.api.assign(this.id, action.userId);
      case "ban":
        return this.api.ban(this.id);
      case "unban":
        return this.api.unban(this.id);
      case "snooze":
        return this.api.snooze(this.id, action.until);
      case "transfer":
        return this.api.transfer(this.id, action.userId);
      case "reply":
        return this.api.reply(this.id, action.id, action.text, action.attachment, action.suggestion);
      case "note":
        return this.api.note(this.id, action.id, action.text);
    }
  }
}
