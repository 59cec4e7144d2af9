/* Calls about answer templates. A save carries the version that was opened; 412 means it is no longer the last. */

import { sendFile, type OnProgress } from "../../files/upload";
import type { ApiClient, Versioned } from "./client";
import type { Intent, Template, TemplateContent, Trial } from "./records/templates";
import type { Channel, Enclosure, Overlap, Owner, TemplateVersion } from "./records/template-parts";

export class TemplatesApi {
  constructor(private readonly client: ApiClient) {}

  async list(): Promise<readonly Template[]> {
    return (await this.client.get<{ templates: readonly Template[] }>("/templates")).templates;
  }

  open(id: string): Promise<Versioned<Template>> {
    return this.client.request(path(id));
  }

  create(id: string, content: TemplateContent): Promise<Versioned<Template>> {
    return this.client.request("/templates", { method: "POST", body: { id, ...content } });
  }

  save(id: string, content: TemplateContent, etag: string | null): Promise<Versioned<Template>> {
    return this.client.request(path(id), { method: "PUT", body: content, ifMatch: etag });
  }

  async delete(id: string, etag: string | null): Promise<void> {
    await this.client.request(path(id), { method: "DELETE", ifMatch: etag });
  }

  /** What the bot would say; with a channel's own texts where one is named. */
  try(text: string, channel: Channel | null): Promise<Trial> {
    return this.client.post("/templates/try", { text, channel });
  }

  async versions(id: string): Promise<readonly TemplateVersion[]> {
    return (await this.client.get<{ versions: readonly TemplateVersion[] }>(`${path(id)}/versions`)).versions;
  }

  restore(id: string, version: number, etag: string | null): Promise<Versioned<Template>> {
    return this.client.request(`${path(id)}/versions/${version}/restore`, { method: "POST", ifMatch: etag });
  }

  /** What the content shares with other templates; it need not be complete. */
  async overlaps(id: string | null, content: TemplateContent): Promise<readonly Overlap[]> {
    const body = { ...content, id, title: content.title || "…", buttons: [], buttons_in: {}, titles: {} };
    return (await this.client.post<{ overlaps: readonly Overlap[] }>("/templates/overlaps", body)).overlaps;
  }

  async owners(): Promise<readonly Owner[]> {
    return (await this.client.get<{ owners: readonly Owner[] }>("/owners")).owners;
  }

  async upload(file: File, onProgress: OnProgress): Promise<Enclosure> {
    const stored = await sendFile<Enclosure>(this.client.uploadWay("/template-files"), file, onProgress, new AbortController().signal);
    return { name: stored.name, sha256: stored.sha256 };
  }

  fileAddress(sha256: string): string {
    return this.client.uploadWay(`/template-files/${sha256}`).url;
  }

  async intents(): Promise<readonly Intent[]> {
    return (await this.client.get<{ intents: readonly Intent[] }>("/intents")).intents;
  }

  async fields(): Promise<readonly string[]> {
    return (await this.client.get<{ fields: readonly string[] }>("/fields")).fields;
  }
}

function path(id: string): string {
  return `/templates/${encodeURIComponent(id)}`;
}
