/*
 * What a customer may ask or read next, and what they chose about it.
 * What is done with it is told only where they chose that it may be kept. Nothing here may disturb
 * the conversation: what cannot be had is left out.
 */

import { signal, type Signal } from "@preact/signals";
import type { ChatApi } from "./api";
import type { Act, Suggested, Suggestion, SuggestionChoice } from "./records";

const NOTHING: Suggested = { choice: null, suggestions: [] };

export class Suggestions {
  readonly shown: Signal<Suggested> = signal(NOTHING);
  private asked = 0;

  constructor(private readonly api: ChatApi, private readonly token: () => string | null) {}

  /** Asks anew; a later question outruns an earlier one. */
  refresh(): Promise<void> {
    return this.take((token) => this.api.suggestions(token));
  }

  /** Whether it was stored. */
  async choose(choice: SuggestionChoice): Promise<void> {
    await this.take((token) => this.api.chooseSuggestions(token, choice));
  }

  /** The customer went on: with one of the suggestions, or past all of them. */
  close(taken?: Suggestion): void {
    const { choice, suggestions } = this.shown.value;
    this.asked += 1;
    this.shown.value = { choice, suggestions: [] };
    const passed = suggestions.filter(({ id }) => id !== taken?.id).map(({ id }) => id);
    if (taken) this.tell("clicked", { items: [taken.id] });
    if (passed.length > 0) this.tell("skipped", { items: passed });
  }

  read(article: Suggestion): void {
    this.tell("read", { items: [article.id] });
  }

  readSource(url: string): void {
    this.tell("read", { url });
  }

  private tell(act: Act, done: { readonly items: readonly string[] } | { readonly url: string }): void {
    const token = this.token();
    if (token === null || this.shown.value.choice !== "personal") return;
    this.api.tellAct(token, act, done).catch(() => undefined);
  }

  private async take(call: (token: string) => Promise<Suggested>): Promise<void> {
    const token = this.token();
    if (token === null) return;
    const asked = ++this.asked;
    try {
      const found = await call(token);
      if (asked === this.asked) this.shown.value = found;
    } catch {
      if (asked === this.asked) this.shown.value = { ...this.shown.value, suggestions: [] };
    }
  }
}
