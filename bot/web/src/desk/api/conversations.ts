/* Calls about conversations. */

import type { Attachment } from "../../files/records";
import { sendFile, type OnProgress } from "../../files/upload";
import type { ApiClient } from "./client";
import type { Brief, Conversation, ConversationPage, InboxFilters, Queue, Suggestion, Viewer } from "./records/inbox";
import type { CustomerPage } from "./records/customer";
import type { SettingsState, Silence, User } from "./records/session";

/** Rows of one page of the inbox. */
const ROWS = 100;

/** What a search narrows the inbox to; what is left out narrows nothing. */
export interface InboxSearch {
  readonly q?: string;
  readonly agent?: string;
  readonly language?: string;
  readonly channel?: string;
  readonly since?: string;
  readonly until?: string;
}

export class ConversationsApi {
  constructor(private readonly client: ApiClient) {}

  list(queue: Queue, search: InboxSearch, after: string | null = null, rows = ROWS): Promise<ConversationPage> {
    const query = new URLSearchParams({ queue, limit: String(rows), ...search });
    if (after !== null) query.set("after", after);
    return this.client.get(`/conversations?${query}`);
  }

  filters(): Promise<InboxFilters> {
    return this.client.get("/inbox/filters");
  }

  open(id: string): Promise<Conversation> {
    return this.client.get(path(id));
  }

  takeOver(id: string, epoch: number): Promise<unknown> {
    return this.client.post(path(id, "takeover"), { epoch });
  }

  reply(id: string, clientMessageId: string, text: string, attachment: string | null, suggestion: string | null): Promise<unknown> {
    return this.client.post(path(id, "reply"), { client_msg_id: clientMessageId, text, attachment, suggestion });
  }

  /** Uploads a file for a reply to come. Throws UploadRefused or UploadBroken. */
  attach(id: string, file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Attachment> {
    const way = this.client.uploadWay(`/attachments?conversation=${encodeURIComponent(id)}`);
    return sendFile(way, file, onProgress, signal);
  }

  note(id: string, clientMessageId: string, text: string): Promise<unknown> {
    return this.client.post(path(id, "note"), { client_msg_id: clientMessageId, text });
  }

  release(id: string): Promise<unknown> {
    return this.client.post(path(id, "release"));
  }

  close(id: string): Promise<unknown> {
    return this.client.post(path(id, "close"));
  }

  transfer(id: string, userId: string): Promise<unknown> {
    return this.client.post(path(id, "transfer"), { user_id: userId });
  }

  transferToQueue(id: string, queue: string): Promise<unknown> {
    return this.client.post(path(id, "transfer"), { queue });
  }

  /** Says that this page looks at the conversation; the colleagues who do so too. */
  async present(id: string, typing: boolean): Promise<readonly Viewer[]> {
    return (await this.client.post<{ viewers: readonly Viewer[] }>(path(id, "presence"), { typing })).viewers;
  }

  ban(id: string): Promise<unknown> {
    return this.client.post(path(id, "ban"));
  }

  unban(id: string): Promise<unknown> {
    return this.client.post(path(id, "unban"));
  }

  snooze(id: string, until: string): Promise<unknown> {
    return this.client.post(path(id, "snooze"), { until });
  }

  brief(id: string): Promise<Brief> {
    return this.client.get(path(id, "brief"));
  }

  /** Approved answers, filled for this customer. */
  async canned(id: string, q: string): Promise<readonly Suggestion[]> {
    const query = new URLSearchParams({ q });
    return (await this.client.get<{ answers: readonly Suggestion[] }>(`${path(id, "canned")}?${query}`)).answers;
  }

  customer(id: string): Promise<CustomerPage> {
    return this.client.get(path(id, "customer"));
  }

  /** Asks somebody to take it; nobody where `userId` is null. */
  assign(id: string, userId: string | null): Promise<unknown> {
    return this.client.post(path(id, "assign"), { user_id: userId });
  }

  /** Where a copy of the conversation is downloaded. */
  transcriptAddress(id: string, format: "txt" | "json"): string {
    return this.client.uploadWay(`${path(id, "transcript")}?format=${format}`).url;
  }

  settings(): Promise<SettingsState> {
    return this.client.get("/settings");
  }

  silence(): Promise<Silence> {
    return this.client.get("/silence");
  }

  async switch(silenced: boolean): Promise<Silence> {
    return (await this.client.request<Silence>("/silence", { method: "PUT", body: { silenced } })).value;
  }

  async users(): Promise<readonly User[]> {
    return (await this.client.get<{ users: readonly User[] }>("/users")).users;
  }
}

function path(id: string, action?: string): string {
  return `/conversations/${encodeURIComponent(id)}${action ? `/${action}` : ""}`;
}
