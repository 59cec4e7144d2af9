/*
 * The article that is open in the editor: the saved version, the draft over it, and saving.
 * A 412 keeps the draft and fetches the other's version, so that a person can decide.
 */

import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { ArticlesApi } from "../api/articles";
import { ApiProblem, type FieldError, type Versioned } from "../api/client";
import type { Article, ArticleText } from "../api/records/articles";

export type ArticleOutcome =
  | { readonly kind: "saved" }
  | { readonly kind: "invalid"; readonly fields: readonly FieldError[]; readonly detail: string }
  | { readonly kind: "conflict"; readonly theirs: Versioned<Article> }
  | { readonly kind: "deleted" }
  | { readonly kind: "failed"; readonly error: unknown };

const EMPTY: ArticleText = { title: "", body: "", language: null };

export class OpenArticle {
  readonly draft: Signal<ArticleText> = signal(EMPTY);
  readonly saved: Signal<Article | null> = signal(null);
  readonly outcome: Signal<ArticleOutcome | null> = signal(null);
  readonly loading: Signal<boolean> = signal(false);
  readonly busy: Signal<boolean> = signal(false);
  readonly dirty: ReadonlySignal<boolean> = computed(() => !sameText(this.draft.value, textOf(this.saved.value)));
  private etag: string | null = null;

  /** `id` null is an article that is not saved yet; saving it gives it one. */
  constructor(private readonly api: ArticlesApi, public id: string | null, begun: Partial<ArticleText> = {}) {
    this.draft.value = { ...EMPTY, ...begun };
  }

  async load(): Promise<void> {
    if (this.id === null || this.saved.value !== null) return;
    this.loading.value = true;
    const id = this.id;
    const outcome = await this.attempt(() => this.api.open(id));
    if (outcome.kind !== "saved") this.outcome.value = outcome;
    else this.outcome.value = null;
    this.loading.value = false;
  }

  /** Looks whether the search has taken the article in, and whether somebody changed it; keeps the draft. */
  async look(): Promise<void> {
    if (this.id === null || this.dirty.value || this.busy.value) return;
    try {
      const found = await this.api.open(this.id);
      if (!this.dirty.value && !this.busy.value) this.adopt(found);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) this.outcome.value = { kind: "deleted" };
    }
  }

  change(change: Partial<ArticleText>): void {
    this.draft.value = { ...this.draft.value, ...change };
    if (this.outcome.value?.kind === "saved") this.outcome.value = null;
  }

  discard(): void {
    this.draft.value = textOf(this.saved.value);
    this.outcome.value = null;
  }

  save(): Promise<ArticleOutcome> {
    const { id } = this;
    const text = this.draft.value;
    return this.perform(() => (id === null ? this.api.create(text) : this.api.save(id, text, this.etag)));
  }

  /** Takes the article out of answers, or back into them; the draft must hold nothing unsaved. */
  retire(retired: boolean): Promise<ArticleOutcome> {
    return this.perform(() => this.api.retire(this.id ?? "", retired, this.etag));
  }

  restore(version: number): Promise<ArticleOutcome> {
    return this.perform(() => this.api.restore(this.id ?? "", version, this.etag));
  }

  async delete(): Promise<ArticleOutcome> {
    try {
      await this.api.delete(this.id ?? "", this.etag);
      this.draft.value = textOf(this.saved.value);
      return { kind: "deleted" };
    } catch (error) {
      return (this.outcome.value = await this.refusal(error));
    }
  }

  /** After a conflict: take the other's version, and let go of the draft. */
  useTheirs(theirs: Versioned<Article>): void {
    this.adopt(theirs);
    this.outcome.value = null;
  }

  /** After a conflict: save the draft over the other's version, knowingly. */
  keepMine(theirs: Versioned<Article>): Promise<ArticleOutcome> {
    this.saved.value = theirs.value;
    this.etag = theirs.etag;
    return this.save();
  }

  private async perform(call: () => Promise<Versioned<Article>>): Promise<ArticleOutcome> {
    this.busy.value = true;
    const outcome = await this.attempt(call);
    this.outcome.value = outcome;
    this.busy.value = false;
    return outcome;
  }

  private async attempt(call: () => Promise<Versioned<Article>>): Promise<ArticleOutcome> {
    try {
      this.adopt(await call());
      return { kind: "saved" };
    } catch (error) {
      return this.refusal(error);
    }
  }

  private async refusal(error: unknown): Promise<ArticleOutcome> {
    if (!(error instanceof ApiProblem)) return { kind: "failed", error };
    switch (error.status) {
      case 404:
        return { kind: "deleted" };
      case 412:
        return this.theirs();
      case 422:
        return { kind: "invalid", fields: error.fields, detail: error.message };
      default:
        return { kind: "failed", error };
    }
  }

  private async theirs(): Promise<ArticleOutcome> {
    try {
      return { kind: "conflict", theirs: await this.api.open(this.id ?? "") };
    } catch (error) {
      const gone = error instanceof ApiProblem && error.status === 404;
      return gone ? { kind: "deleted" } : { kind: "failed", error };
    }
  }

  private adopt({ value, etag }: Versioned<Article>): void {
    this.id = value.id;
    this.saved.value = value;
    this.etag = etag;
    this.draft.value = textOf(value);
  }
}

function textOf(article: Article | null): ArticleText {
  return article ? { title: article.title, body: article.body, language: article.language } : EMPTY;
}

function sameText(one: ArticleText, other: ArticleText): boolean {
  return one.title.trim() === other.title.trim() && one.body.trim() === other.body.trim() && one.language === other.language;
}
