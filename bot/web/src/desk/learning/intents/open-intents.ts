/* Discovered intents as they stand: the list, the chosen one's questions, what is marked, and one decision at a time. */

import { signal, type Signal } from "@preact/signals";
import { ApiProblem } from "../../api/client";
import type { IntentsApi } from "../../api/intents";
import type { ReviewedExample, ReviewedIntent } from "../../api/records/intents";
import type { Doubt } from "../../api/records/review";
import type { ReviewApi } from "../../api/review";

export class OpenIntents {
  readonly intents: Signal<readonly ReviewedIntent[] | null> = signal(null);
  readonly examples: Signal<readonly ReviewedExample[] | null> = signal(null);
  readonly doubts: Signal<ReadonlyMap<string, Doubt>> = signal(new Map());
  /** The questions of the chosen intent that the next act is about. */
  readonly marked: Signal<ReadonlySet<string>> = signal(new Set());
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);
  private chosen: string | null = null;

  constructor(private readonly api: IntentsApi, private readonly review: ReviewApi) {}

  async choose(intent: string | null): Promise<void> {
    if (intent !== this.chosen) {
      this.examples.value = null;
      this.marked.value = new Set();
    }
    this.chosen = intent;
    await this.look();
  }

  mark(text: string, marked: boolean): void {
    this.marked.value = markedWith(this.marked.value, text, marked);
  }

  /** Moves `texts` elsewhere; no intent says that nothing should be learned from them. */
  move(texts: Iterable<string>, into: string | null): Promise<boolean> {
    return this.attempt(() => this.api.move([...texts], into));
  }

  rename(intent: string, name: string): Promise<boolean> {
    return this.attempt(() => this.api.rename(intent, name));
  }

  accept(intents: readonly string[]): Promise<boolean> {
    return this.attempt(() => this.api.accept(intents));
  }

  leaveOut(intent: string): Promise<boolean> {
    return this.attempt(() => this.api.leaveOut(intent));
  }

  merge(intent: string, into: string): Promise<boolean> {
    return this.attempt(() => this.api.merge(intent, into));
  }

  /** Returns the new intent's id, null where it was refused. */
  async split(intent: string, texts: Iterable<string>, name: string): Promise<string | null> {
    let made: string | null = null;
    await this.attempt(async () => {
      made = await this.api.split(intent, [...texts], name);
    });
    return made;
  }

  async look(): Promise<void> {
    const chosen = this.chosen;
    try {
      const [intents, review] = await Promise.all([this.api.all(), this.review.open()]);
      this.intents.value = intents;
      this.doubts.value = new Map((review.labels?.suspects ?? []).map((doubt) => [doubt.text, doubt]));
      const known = chosen !== null && intents.some(({ id }) => id === chosen);
      const examples = known ? await this.api.examples(chosen).catch(noneWhereGone) : null;
      if (chosen !== this.chosen) return;
      this.examples.value = examples;
      this.marked.value = new Set((examples ?? []).map(({ text }) => text).filter((text) => this.marked.value.has(text)));
    } catch (error) {
      this.problem.value = error;
    }
  }

  private async attempt(act: () => Promise<void>): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.problem.value = null;
    let done = true;
    try {
      await act();
    } catch (error) {
      this.problem.value = error;
      done = false;
    }
    await this.look();
    this.busy.value = false;
    return done;
  }
}

/** An intent may be merged or left out between being listed and being read. */
function noneWhereGone(error: unknown): null {
  if (error instanceof ApiProblem && error.status === 404) return null;
  throw error;
}

export function markedWith(marked: ReadonlySet<string>, text: string, on: boolean): ReadonlySet<string> {
  const changed = new Set(marked);
  if (on) changed.add(text);
  else changed.delete(text);
  return changed;
}

/** What is dragged: the marked questions where the one taken hold of is among them, else that one alone. */
export function draggedWith(text: string, marked: ReadonlySet<string>): readonly string[] {
  return marked.has(text) ? [...marked] : [text];
}

/** The intents whose name or id holds every word of `sought`. */
export function matching(intents: readonly ReviewedIntent[], sought: string): readonly ReviewedIntent[] {
  const wanted = sought.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return intents.filter(({ full_name: name, id }) => wanted.every((word) => `${name} ${id}`.toLowerCase().includes(word)));
}
