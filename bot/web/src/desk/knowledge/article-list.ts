/* The articles that a search and its filters find, page after page; read anew whenever one has changed. */

import { signal, type Signal } from "@preact/signals";
import type { ArticleFilter, ArticlesApi } from "../api/articles";
import type { LiveChanges } from "../api/live";
import type { ArticlePage, ArticleUse, ListedArticle } from "../api/records/articles";

const SETTLE_MS = 300;

export class ArticleList {
  /** `null` until the first answer has come. */
  readonly articles: Signal<readonly ListedArticle[] | null> = signal(null);
  /** The first page: how many there are, in which languages and states. */
  readonly page: Signal<ArticlePage | null> = signal(null);
  readonly uses: Signal<Readonly<Record<string, ArticleUse>>> = signal({});
  readonly problem: Signal<unknown> = signal(null);
  private next: string | null = null;
  private loadingMore = false;
  private asked = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: ArticlesApi, private readonly filter: ArticleFilter) {}

  follow(live: LiveChanges): () => void {
    const stop = live.listen(({ kind }) => {
      if (kind !== "articles" && kind !== "templates" && kind !== "unknown") return;
      clearTimeout(this.settling);
      this.settling = setTimeout(() => void this.refresh(), SETTLE_MS);
    });
    return () => {
      clearTimeout(this.settling);
      this.asked += 1;
      stop();
    };
  }

  async refresh(): Promise<void> {
    const asked = ++this.asked;
    try {
      const page = await this.api.list(this.filter);
      if (asked !== this.asked) return;
      this.page.value = page;
      this.articles.value = page.articles;
      this.next = page.next;
      this.problem.value = null;
      this.uses.value = await this.api.usage();
    } catch (error) {
      if (asked === this.asked) this.problem.value = error;
    }
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  async more(): Promise<void> {
    if (this.next === null || this.loadingMore) return;
    const asked = this.asked;
    this.loadingMore = true;
    try {
      const page = await this.api.list(this.filter, this.next);
      if (asked !== this.asked) return;
      this.next = page.next;
      this.articles.value = [...(this.articles.value ?? []), ...page.articles];
    } catch (error) {
      this.problem.value = error;
    } finally {
      this.loadingMore = false;
    }
  }
}
