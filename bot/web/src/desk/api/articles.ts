/* Calls about articles. */

import { sendFile, type OnProgress } from "../../files/upload";
import type { ApiClient, Versioned } from "./client";
import type {
  Article, ArticleImport, ArticlePage, ArticlePreview, ArticleState, ArticleText, ArticleTrial, ArticleUse, ImportPage,
  PastVersion, Quotation,
} from "./records/articles";

export interface ArticleFilter {
  readonly q: string;
  readonly language: string | null;
  readonly state: ArticleState | null;
}

export class ArticlesApi {
  constructor(private readonly client: ApiClient) {}

  list({ q, language, state }: ArticleFilter, after: string | null = null): Promise<ArticlePage> {
    const query = new URLSearchParams();
    if (q) query.set("q", q);
    if (language !== null) query.set("language", language);
    if (state !== null) query.set("state", state);
    if (after !== null) query.set("after", after);
    return this.client.get(`/articles?${query}`);
  }

  async usage(): Promise<Readonly<Record<string, ArticleUse>>> {
    return (await this.client.get<{ articles: Readonly<Record<string, ArticleUse>> }>("/knowledge/usage")).articles;
  }

  open(id: string): Promise<Versioned<Article>> {
    return this.client.request(path(id));
  }

  create(text: ArticleText): Promise<Versioned<Article>> {
    return this.client.request("/articles", { method: "POST", body: text });
  }

  save(id: string, text: ArticleText, etag: string | null): Promise<Versioned<Article>> {
    return this.client.request(path(id), { method: "PUT", body: text, ifMatch: etag });
  }

  retire(id: string, retired: boolean, etag: string | null): Promise<Versioned<Article>> {
    return this.client.request(`${path(id)}/${retired ? "retire" : "revive"}`, { method: "POST", ifMatch: etag });
  }

  async delete(id: string, etag: string | null): Promise<void> {
    await this.client.request(path(id), { method: "DELETE", ifMatch: etag });
  }

  async versions(id: string): Promise<readonly PastVersion[]> {
    return (await this.client.get<{ versions: readonly PastVersion[] }>(`${path(id)}/versions`)).versions;
  }

  restore(id: string, version: number, etag: string | null): Promise<Versioned<Article>> {
    return this.client.request(`${path(id)}/versions/${version}/restore`, { method: "POST", ifMatch: etag });
  }

  async answers(id: string): Promise<readonly Quotation[]> {
    return (await this.client.get<{ answers: readonly Quotation[] }>(`${path(id)}/answers`)).answers;
  }

  preview(id: string | null, text: ArticleText): Promise<ArticlePreview> {
    return this.client.post("/knowledge/preview", { id, ...text });
  }

  /** What a question finds, among all articles, or with a draft in the place of the stored one. */
  try(question: string, draft: { readonly id: string | null; readonly text: ArticleText } | null): Promise<ArticleTrial> {
    return this.client.post("/knowledge/try", { text: question, draft: draft && { id: draft.id, ...draft.text } });
  }

  imports(): Promise<ImportPage> {
    return this.client.get("/knowledge/imports");
  }

  crawl(url: string): Promise<ArticleImport> {
    return this.client.post("/knowledge/imports", { url });
  }

  /** Throws UploadRefused or UploadBroken. */
  upload(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<ArticleImport> {
    return sendFile<ArticleImport>(this.client.uploadWay("/knowledge/files"), file, onProgress, signal);
  }
}

function path(id: string): string {
  return `/articles/${id.split("/").map(encodeURIComponent).join("/")}`;
}
