/* Discovered intents as they stand: the list, the chosen one's questions, what is marked, and one decision at a time. */

import { signal, type Signal } from "@preact/signals";
import { ApiProblem, type Versioned } from "../../api/client";
import type { IntentsApi } from "../../api/intents";
import type { ReviewedExample, ReviewedIntent } from "../../api/records/intents";
import type { Doubt } from "../../api/records/review";
import type { Template } from "../../api/records/templates";
import type { ReviewApi } from "../../api/review";
import type { TemplatesApi } from "../../api/templates";
import { contentOf, draftOf } from "../../templates/template-draft";

export class OpenIntents {
  readonly intents: Signal<readonly ReviewedIntent[] | null> = signal(null);
  readonly examples: Signal<readonly ReviewedExample[] | null> = signal(null);
  readonly doubts: Signal<ReadonlyMap<string, Doubt>> = signal(new Map());
  /** The answers of the chosen intent, by id. */
  readonly answers: Signal<ReadonlyMap<string, Versioned<Template>>> = signal(new Map());
  /** The questions of the chosen intent that the next act is about. */
  readonly marked: Signal<ReadonlySet<string>> = signal(new Set());
  readonly problem: Signal<unknown> = signal(null);
  readonly busy: Signal<boolean> = signal(false);
  private chosen: string | null = null;

  constructor(private readonly api: IntentsApi, private readonly review: ReviewApi, private readonly templates: TemplatesApi) {}

  async choose(intent: string | null): Promise<void> {
    if (intent !== this.chosen) {
      this.examples.value = null;
      this.answers.value = new Map();
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

  /** Puts the answer into service as it was read here, and accepts the intent; a refusal leaves both as they were. */
  acceptWith(intent: string, answer: Versioned<Template>): Promise<boolean> {
    return this.attempt(async () => {
      await this.saveLive(answer);
      await this.api.accept([intent]);
    });
  }

  putIntoService(answer: Versioned<Template>): Promise<boolean> {
    return this.attempt(() => this.saveLive(answer));
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
      const known = intents.find(({ id }) => id === chosen);
      const answered = (known?.templates ?? []).map(async ({ id }) => [id, await this.templates.open(id).catch(noneWhereGone)] as const);
      const [examples, answers] = await Promise.all([known ? this.api.examples(known.id).catch(noneWhereGone) : null, Promise.all(answered)]);
      if (chosen !== this.chosen) return;
      this.examples.value = examples;
      this.answers.value = new Map(answers.flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]])));
      this.marked.value = new Set((examples ?? []).map(({ text }) => text).filter((text) => this.marked.value.has(text)));
    } catch (error) {
      this.problem.value = error;
    }
  }

  private async saveLive({ value, etag }: Versioned<Template>): Promise<void> {
    await this.templates.save(value.id, { ...contentOf(draftOf(value)), state: "live" }, etag);
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

/** Which intent to look at after `intent` is decided: the next that waits, else the first, else none. */
export function nextWaiting(intents: readonly ReviewedIntent[], intent: string): string | null {
  const place = intents.findIndex(({ id }) => id === intent);
  const waits = ({ id, state }: ReviewedIntent): boolean => state === "draft" && id !== intent;
  return (intents.slice(place + 1).find(waits) ?? intents.find(waits))?.id ?? null;
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
