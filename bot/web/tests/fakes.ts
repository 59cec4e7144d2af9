/* A server in memory: sockets that the test opens and breaks, and the calls that were made. */

import { ChatApi } from "../src/chat/api";
import type { Socket } from "../src/chat/connection";
import { Refused, Unreachable } from "../src/chat/errors";
import type { Attachment } from "../src/files/records";
import { UploadRefused } from "../src/files/upload";
import type { Content } from "../src/chat/outgoing";
import type { Beginning, Message, MessagePage, ServerFrame, Session, Suggested } from "../src/chat/records";

export class FakeSocket implements Socket {
  readyState = 0;
  onopen: Socket["onopen"] = null;
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  readonly sent: { type: string; client_msg_id?: string; text?: string; attachment?: string }[] = [];

  constructor(readonly path: string, readonly protocols: readonly string[]) {}

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.readyState = 3;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.({} as Event);
  }

  break(): void {
    this.readyState = 3;
    this.onclose?.({} as CloseEvent);
  }

  receive(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }

  /** Acknowledges the newest message that was sent, as the server does. */
  acknowledge(seq: number): void {
    const id = this.sent.filter(({ type }) => type === "message").at(-1)?.client_msg_id ?? "";
    this.receive({ type: "ack", client_msg_id: id, seq });
  }
}

export class FakeApi extends ChatApi {
  reachable = true;
  sessions = 0;
  readonly begun: Beginning[] = [];
  readonly forgotten: string[] = [];
  /** A token that opens nothing any more. */
  goneToken = "";
  readonly stored = new Map<string, Content>();
  readonly polls: number[] = [];
  history: Message[] = [];

  override async startSession(beginning: Beginning): Promise<Session> {
    if (beginning.customer === "over") throw new Refused({ status: 401, detail: "has expired" });
    this.begun.push(beginning);
    this.check();
    this.sessions += 1;
    return { conversation_id: "c", token: `token-${this.sessions}`, expires_at: "" };
  }

  override async send(_token: string, id: string, content: Content): Promise<number> {
    this.check();
    this.stored.set(id, content);
    return this.stored.size;
  }

  override async messages(_token: string, after: number, wait: number, signal?: AbortSignal): Promise<MessagePage> {
    this.check();
    this.polls.push(after);
    const messages = this.history.filter(({ seq }) => seq > after);
    if (messages.length === 0 && wait > 0) {
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, wait * 1000);
        signal?.addEventListener("abort", () => (clearTimeout(timer), resolve(null)));
      });
    }
    return { messages };
  }

  override async attach(token: string, file: File): Promise<Attachment> {
    this.check();
    if (token === this.goneToken) throw new UploadRefused(404);
    const id = `${file.name} under ${token}`;
    return { id, name: file.name, media_type: "image/png", size: file.size, state: "stored", url: "/x" };
  }

  override async suggestions(): Promise<Suggested> {
    this.check();
    return { choice: "general", suggestions: [] };
  }

  override async identify(_token: string, customer: string): Promise<string | null> {
    this.check();
    if (customer === "foreign") throw new Refused({ status: 409 });
    if (customer === "over") throw new Refused({ status: 401, detail: "has expired" });
    return new Date(Date.now() + 600_000).toISOString();
  }

  override async forget(token: string): Promise<void> {
    this.check();
    this.forgotten.push(token);
  }

  private check(): void {
    if (!this.reachable) throw new Unreachable("unplugged");
  }
}

export function message(seq: number, author: Message["author"], text: string, at = 0): Message {
  return { seq, author, text, html: "", sent_at: new Date(at + seq * 1000).toISOString() };
}

/** What a browser's tabs share: which turns are taken. */
export type Turns = Map<string, Promise<unknown>>;

/** One of a browser's tabs. */
export class FakeTabs {
  private readonly listeners: ((key: string) => void)[] = [];

  constructor(private readonly turns: Turns) {}

  onChange(callback: (key: string) => void): void {
    this.listeners.push(callback);
  }

  alone<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const mine = (this.turns.get(name) ?? Promise.resolve()).then(task);
    this.turns.set(name, mine.catch(() => undefined));
    return mine;
  }

  changed(key: string): void {
    for (const listener of this.listeners) listener(key);
  }
}
