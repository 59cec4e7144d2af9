/*
 * The template that is open in the editor: the saved version, the draft over it, and saving.
 * A 412 keeps the draft and fetches the other's version, so that a person can decide.
 */

import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { ApiProblem, type FieldError, type Versioned } from "../api/client";
import type { Template, TemplateContent } from "../api/records/templates";
import type { TemplatesApi } from "../api/templates";
import { contentOf, draftOf, EMPTY_DRAFT, identifierFor, sameContent, type TemplateDraft } from "./template-draft";

export type SaveOutcome =
  | { readonly kind: "saved"; readonly template: Template }
  | { readonly kind: "invalid"; readonly fields: readonly FieldError[]; readonly detail: string }
  | { readonly kind: "conflict"; readonly theirs: Versioned<Template> }
  | { readonly kind: "deleted" }
  | { readonly kind: "failed"; readonly error: unknown };

const MOST_ATTEMPTS = 20;

export class OpenTemplate {
  readonly draft: Signal<TemplateDraft> = signal(EMPTY_DRAFT);
  readonly saved: Signal<Template | null> = signal(null);
  readonly outcome: Signal<SaveOutcome | null> = signal(null);
  readonly loading: Signal<boolean> = signal(false);
  readonly busy: Signal<boolean> = signal(false);
  readonly dirty: ReadonlySignal<boolean> = computed(() => {
    const saved = this.saved.value;
    return !sameContent(this.draft.value, saved ? draftOf(saved) : EMPTY_DRAFT);
  });
  private etag: string | null = null;

  /** `id` null is a template that is not saved yet; saving it gives it one. */
  constructor(private readonly api: TemplatesApi, public id: string | null) {}

  async load(): Promise<void> {
    if (this.id === null) return;
    this.loading.value = true;
    try {
      this.adopt(await this.api.open(this.id));
    } catch (error) {
      const gone = error instanceof ApiProblem && error.status === 404;
      this.outcome.value = gone ? { kind: "deleted" } : { kind: "failed", error };
    } finally {
      this.loading.value = false;
    }
  }

  change(change: Partial<TemplateDraft>): void {
    this.draft.value = { ...this.draft.value, ...change };
    if (this.outcome.value?.kind === "saved") this.outcome.value = null;
  }

  discard(): void {
    const saved = this.saved.value;
    this.draft.value = saved ? draftOf(saved) : EMPTY_DRAFT;
    this.outcome.value = null;
  }

  async save(): Promise<SaveOutcome> {
    this.busy.value = true;
    const content = contentOf(this.draft.value);
    const outcome = await this.attempt(async () => {
      const answer =
        this.id === null ? await this.create(content) : await this.api.save(this.id, content, this.etag);
      this.adopt(answer);
      return { kind: "saved", template: answer.value };
    });
    this.outcome.value = outcome;
    this.busy.value = false;
    return outcome;
  }

  async delete(): Promise<SaveOutcome | null> {
    const saved = this.saved.value;
    if (this.id === null || saved === null) return null;
    const id = this.id;
    const outcome = await this.attempt(async () => {
      await this.api.delete(id, this.etag);
      return { kind: "deleted" };
    });
    if (outcome.kind !== "deleted") this.outcome.value = outcome;
    return outcome;
  }

  /** Make an older version the newest one; the draft must hold nothing unsaved. */
  async restore(version: number): Promise<SaveOutcome> {
    if (this.id === null) return { kind: "deleted" };
    const id = this.id;
    this.busy.value = true;
    const outcome = await this.attempt(async () => {
      const answer = await this.api.restore(id, version, this.etag);
      this.adopt(answer);
      return { kind: "saved", template: answer.value };
    });
    this.outcome.value = outcome;
    this.busy.value = false;
    return outcome;
  }

  /** After a conflict: take the other's version, and let go of the draft. */
  useTheirs(theirs: Versioned<Template>): void {
    this.adopt(theirs);
    this.outcome.value = null;
  }

  /** After a conflict: save the draft over the other's version, knowingly. */
  keepMine(theirs: Versioned<Template>): Promise<SaveOutcome> {
    this.saved.value = theirs.value;
    this.etag = theirs.etag;
    return this.save();
  }

  /** A new template gets the first id that is free. */
  private async create(content: TemplateContent): Promise<Versioned<Template>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.api.create(identifierFor(content.title, attempt), content);
      } catch (error) {
        const taken = error instanceof ApiProblem && error.status === 409;
        if (!taken || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  private async attempt(call: () => Promise<SaveOutcome>): Promise<SaveOutcome> {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ApiProblem)) return { kind: "failed", error };
      if (error.status === 422) return { kind: "invalid", fields: error.fields, detail: error.message };
      if (error.status === 404) return { kind: "deleted" };
      return error.status === 412 ? this.fetchTheirs() : { kind: "failed", error };
    }
  }

  private async fetchTheirs(): Promise<SaveOutcome> {
    if (this.id === null) return { kind: "deleted" };
    const id = this.id;
    return this.attempt(async () => ({ kind: "conflict", theirs: await this.api.open(id) }));
  }

  private adopt({ value, etag }: Versioned<Template>): void {
    this.id = value.id;
    this.saved.value = value;
    this.etag = etag;
    this.draft.value = draftOf(value);
  }
}
