/*
 * A section of the settings while it is edited: what is stored, the draft over it, and saving.
 * A 412 keeps the draft and says so; loading it anew lets go of the draft.
 */

import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { ApiProblem } from "../api/client";
import type { SectionName, SectionOf, SectionValues } from "../api/records/settings";
import type { SettingsApi } from "../api/settings";

export type SectionOutcome =
  | { readonly kind: "saved" }
  | { readonly kind: "stale" }
  | { readonly kind: "invalid"; readonly field: string | null; readonly detail: string }
  | { readonly kind: "failed"; readonly error: unknown };

export class OpenSection<Name extends SectionName> {
  readonly stored: Signal<SectionOf<Name> | null> = signal(null);
  readonly draft: Signal<SectionValues[Name] | null> = signal(null);
  readonly text: Signal<string> = signal("");
  readonly outcome: Signal<SectionOutcome | null> = signal(null);
  readonly busy: Signal<boolean> = signal(false);
  readonly dirty: ReadonlySignal<boolean> = computed(() => {
    const stored = this.stored.value;
    return stored !== null && (!alike(this.draft.value, stored.values) || this.text.value !== stored.text);
  });
  private etag: string | null = null;

  /** `written` leaves out of changed values what need not be sent. */
  constructor(
    private readonly api: SettingsApi,
    readonly name: Name,
    private readonly written: (values: Partial<SectionValues[Name]>) => Partial<SectionValues[Name]> = (values) => values,
  ) {}

  async load(): Promise<void> {
    await this.attempt(() => this.api.section(this.name));
    if (this.outcome.value?.kind === "saved") this.outcome.value = null;
  }

  change(change: Partial<SectionValues[Name]>): void {
    if (this.draft.value === null) return;
    this.draft.value = { ...this.draft.value, ...change };
    this.forgetSuccess();
  }

  rewrite(text: string): void {
    this.text.value = text;
    this.forgetSuccess();
  }

  discard(): void {
    const stored = this.stored.value;
    if (stored === null) return;
    this.draft.value = stored.values;
    this.text.value = stored.text;
    this.outcome.value = null;
  }

  /** Saves the keys that differ, or the text where that was edited. */
  save(): Promise<void> {
    const stored = this.stored.value;
    const draft = this.draft.value;
    if (stored === null || draft === null) return Promise.resolve();
    const change = this.text.value === stored.text ? { values: this.written(differing(stored.values, draft)) } : { text: this.text.value };
    return this.attempt(() => this.api.save(this.name, change, this.etag));
  }

  private forgetSuccess(): void {
    if (this.outcome.value?.kind === "saved") this.outcome.value = null;
  }

  private async attempt(call: () => ReturnType<SettingsApi["section"]>): Promise<void> {
    this.busy.value = true;
    try {
      const { value, etag } = await call();
      const found = value as unknown as SectionOf<Name>;
      this.stored.value = found;
      this.draft.value = found.values;
      this.text.value = found.text;
      this.etag = etag;
      this.outcome.value = { kind: "saved" };
    } catch (error) {
      this.outcome.value = outcomeOf(error);
    }
    this.busy.value = false;
  }
}

function outcomeOf(error: unknown): SectionOutcome {
  if (!(error instanceof ApiProblem)) return { kind: "failed", error };
  if (error.status === 412) return { kind: "stale" };
  if (error.status === 422) return { kind: "invalid", field: error.fields[0]?.field ?? null, detail: error.message };
  return { kind: "failed", error };
}

function differing<Values extends object>(before: Values, after: Values): Partial<Values> {
  const keys = (Object.keys(after) as (keyof Values)[]).filter((key) => !alike(before[key], after[key]));
  return Object.fromEntries(keys.map((key) => [key, after[key]])) as Partial<Values>;
}

/** The same values, in whatever order their keys stand. */
function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
