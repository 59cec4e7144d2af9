/* Calls about answer templates. A save carries the version that was opened; 412 means it is no longer the last. */

import type { ApiClient, Versioned } from "./client";
import type { Intent, Template, TemplateContent, Trial } from "./records/templates";

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

  try(text: string): Promise<Trial> {
    return this.client.post("/templates/try", { text });
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
