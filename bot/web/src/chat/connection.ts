/*
 * Keeps one conversation connected: WebSocket first, long polling where that does not open,
 * again and again with growing pauses. Resumes after the last message that was received.
 * Knows nothing of how messages are shown or queued.
 */

import { messageBody, type ChatApi } from "./api";
import { Backoff } from "./backoff";
import { Refused, Unreachable } from "./errors";
import type { Outgoing } from "./outgoing";
import { readFrame, type ServerFrame } from "./records";

export type ConnectionStatus = "idle" | "connecting" | "live" | "polling" | "offline";

export interface ConnectionListener {
  received(frame: ServerFrame): void;
  changed(status: ConnectionStatus): void;
  /** The token opens nothing any more. */
  sessionLost(): void;
}

export interface Socket {
  readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string): void;
  close(): void;
}

export type OpenSocket = (path: string, protocols: string[]) => Socket;

const OPENING_MS = 8_000;
const ACK_MS = 10_000;
const POLL_SECONDS = 20;
const SOCKET_AGAIN_MS = 60_000;
const FAILURES_BEFORE_POLLING = 2;

interface Pending {
  readonly resolve: (seq: number) => void;
  readonly reject: (reason: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export class Connection {
  private token: string | null = null;
  private lastSeq = 0;
  private socket: Socket | null = null;
  private polling: AbortController | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private opening: ReturnType<typeof setTimeout> | undefined;
  private socketFailures = 0;
  private readonly pending = new Map<string, Pending>();
  private current: ConnectionStatus = "idle";

  constructor(
    private readonly api: ChatApi,
    private readonly listener: ConnectionListener,
    private readonly openSocket: OpenSocket,
    private readonly backoff: Backoff = new Backoff(),
  ) {}

  get status(): ConnectionStatus {
    return this.current;
  }

  /** Connects with `token` and receives everything after message `after`. */
  start(token: string, after: number): void {
    this.stop();
    this.token = token;
    this.lastSeq = after;
    this.socketFailures = 0;
    this.openNow();
  }

  stop(): void {
    this.token = null;
    this.drop();
    this.report("idle");
  }

  /** Tries at once, for instance because the browser says that the network is back. */
  wake(): void {
    if (this.token === null) return;
    this.backoff.reset();
    this.socketFailures = 0;
    this.drop();
    this.openNow();
  }

  /** Sends one entry; gives its seq. Throws Unreachable when it must be tried again. */
  send(entry: Outgoing): Promise<number> {
    const token = this.token;
    if (token === null) return Promise.reject(new Unreachable("There is no conversation yet."));
    if (entry.content.kind === "handoff") return this.api.send(token, entry.id, entry.content);
    if (this.current === "live") return this.sendFrame(entry.id, messageBody(entry.id, entry.content));
    if (this.current === "polling") return this.api.send(token, entry.id, entry.content);
    return Promise.reject(new Unreachable("There is no connection."));
  }

  /** A frame that needs no answer; dropped where there is no socket. */
  tell(frame: { type: "typing" } | { type: "read"; seq: number }): void {
    if (this.current === "live") this.socket?.send(JSON.stringify(frame));
  }

  private sendFrame(id: string, body: object): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.lose(), ACK_MS);
      this.pending.set(id, { resolve, reject, timer });
      this.socket?.send(JSON.stringify({ type: "message", ...body }));
    });
  }

  private openNow(): void {
    this.report("connecting");
    const socket = this.openSocket(`/api/chat/ws?after=${this.lastSeq}`, [
      "frontdesk.v1",
      `frontdesk.${this.token}`,
    ]);
    this.socket = socket;
    this.opening = setTimeout(() => this.lose(), OPENING_MS);
    socket.onopen = () => {
      clearTimeout(this.opening);
      this.report("live");
    };
    socket.onmessage = (event) => this.take(readFrame(event.data));
    socket.onclose = () => {
      if (socket === this.socket) this.lose();
    };
  }

  private take(frame: ServerFrame | null): void {
    if (frame === null) return;
    this.socketFailures = 0;
    this.backoff.reset();
    if (frame.type === "ack") this.settle(frame.client_msg_id, ({ resolve }) => resolve(frame.seq));
    if (frame.type === "error" && frame.client_msg_id) {
      this.settle(frame.client_msg_id, ({ reject }) => reject(new Refused(frame.problem)));
    }
    if (frame.type === "message") this.lastSeq = Math.max(this.lastSeq, frame.seq);
    this.listener.received(frame);
  }

  private settle(id: string, how: (pending: Pending) => void): void {
    const pending = this.pending.get(id);
    if (!pending) return;
    clearTimeout(pending.timer);
    this.pending.delete(id);
    how(pending);
  }

  /** The socket is gone: decide between another attempt and polling. */
  private lose(): void {
    this.drop();
    if (this.token === null) return;
    this.socketFailures += 1;
    if (this.socketFailures >= FAILURES_BEFORE_POLLING) {
      void this.poll(this.token);
      return;
    }
    this.report("connecting");
    this.retry = setTimeout(() => this.openNow(), this.backoff.next());
  }

  private async poll(token: string): Promise<void> {
    const stopping = new AbortController();
    this.polling = stopping;
    const startedAt = Date.now();
    let wait = 0;
    while (!stopping.signal.aborted) {
      try {
        const page = await this.api.messages(token, this.lastSeq, wait, stopping.signal);
        if (stopping.signal.aborted) return;
        this.backoff.reset();
        for (const message of page.messages) this.take({ type: "message", ...message });
        if (page.state) this.take({ type: "state", ...page.state });
        this.report("polling");
        wait = POLL_SECONDS;
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (error instanceof Refused && error.sessionGone) {
          this.stop();
          this.listener.sessionLost();
          return;
        }
        this.report("offline");
        await pause(this.backoff.next(), stopping.signal);
        wait = 0;
      }
      if (!stopping.signal.aborted && Date.now() - startedAt >= SOCKET_AGAIN_MS) {
        this.drop();
        this.socketFailures = FAILURES_BEFORE_POLLING - 1;
        this.openNow();
      }
    }
  }

  private drop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.opening);
    this.polling?.abort();
    this.polling = null;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    for (const id of [...this.pending.keys()]) {
      this.settle(id, ({ reject }) => reject(new Unreachable("The connection was lost.")));
    }
  }

  private report(status: ConnectionStatus): void {
    if (status === this.current) return;
    this.current = status;
    this.listener.changed(status);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
