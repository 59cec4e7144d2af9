/* The customer's calls over HTTP. Throws Refused or Unreachable, nothing else. */

import { Refused, Unreachable } from "./errors";
import type { Content } from "./outgoing";
import type { Act, Beginning, MessagePage, Problem, Session, Suggested, SuggestionChoice } from "./records";
import type { Attachment } from "../files/records";
import { sendFile, type OnProgress } from "../files/upload";

export class ChatApi {
  constructor(private readonly base: string = "/api/chat") {}

  startSession(beginning: Beginning): Promise<Session> {
    return this.call<Session>("POST", "/sessions", null, beginning);
  }

  /** Signs the customer in by the host's word; gives until when it holds, null where it cannot. */
  async identify(token: string, customer: string): Promise<string | null> {
    const answer = await this.call<{ signed_in_until: string | null }>("POST", "/identity", token, { customer });
    return answer.signed_in_until;
  }

  /** Has the server erase the conversation, and whatever else is this signed-in customer's. */
  async forget(token: string): Promise<void> {
    await this.call("DELETE", "/conversation", token);
  }

  /** Exchanges a link from a mail for a session of its conversation. */
  resume(link: string): Promise<Session> {
    return this.call<Session>("POST", "/sessions/resume", null, { link });
  }

  /** Sends one message; the same id may be sent again and yields the same seq. */
  async send(token: string, id: string, content: Content): Promise<number> {
    if (content.kind === "handoff") {
      await this.call("POST", "/handoff", token, {});
      return 0;
    }
    const { seq } = await this.call<{ seq: number }>("POST", "/messages", token, messageBody(id, content));
    return seq;
  }

  /** Messages after `after`; the server holds the answer back up to `wait` seconds for the next one. */
  messages(token: string, after: number, wait: number, signal?: AbortSignal): Promise<MessagePage> {
    return this.call<MessagePage>("GET", `/messages?after=${after}&wait=${wait}`, token, undefined, signal);
  }

  /** Uploads a file for a message to come. Throws UploadRefused or UploadBroken. */
  attach(token: string, file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Attachment> {
    const way = { url: `${this.base}/attachments`, headers: { Authorization: `Bearer ${token}` } };
    return sendFile(way, file, onProgress, signal);
  }

  async feedback(token: string, seq: number, helpful: boolean): Promise<void> {
    await this.call("POST", "/feedback", token, { seq, helpful });
  }

  suggestions(token: string): Promise<Suggested> {
    return this.call<Suggested>("GET", "/suggestions", token);
  }

  chooseSuggestions(token: string, choice: SuggestionChoice): Promise<Suggested> {
    return this.call<Suggested>("PUT", "/suggestions", token, { choice });
  }

  /** What was done with suggestions, or with the source at an address. */
  async tellAct(token: string, act: Act, done: { readonly items: readonly string[] } | { readonly url: string }): Promise<void> {
    await this.call("POST", "/suggestions/acts", token, { act, ...done });
  }

  private async call<Answer>(
    method: string,
    path: string,
    token: string | null,
    body?: object,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (token !== null) headers["Authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["Content-Type"] = "application/json";
    const init: RequestInit = { method, headers, credentials: "omit", signal: signal ?? null };
    if (body !== undefined) init.body = JSON.stringify(body);
    let response: Response;
    let text: string;
    try {
      response = await fetch(this.base + path, init);
      text = await response.text();
    } catch (cause) {
      throw new Unreachable("The server could not be reached.", { cause });
    }
    const value: unknown = readJson(text);
    if (!response.ok) throw new Refused({ ...(value as Problem | null), status: response.status });
    return value as Answer;
  }
}

/** The body of a message, the same over HTTP and WebSocket. */
export function messageBody(id: string, content: Exclude<Content, { kind: "handoff" }>): object {
  if (content.kind === "button") return { client_msg_id: id, button: content.id };
  const body = { client_msg_id: id, text: content.text };
  return content.attachment ? { ...body, attachment: content.attachment.id } : body;
}

function readJson(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
