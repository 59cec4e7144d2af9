/*
 * One customer's conversation: what was said, what is still to be sent, who holds it.
 * Joins the queue, the connection and the session; the panel only reads the signals.
 */

import { signal, type Signal } from "@preact/signals";
import { ChatApi } from "./api";
import { Backoff } from "./backoff";
import { Connection, type ConnectionStatus, type OpenSocket } from "./connection";
import { Refused } from "./errors";
import type { Attachment } from "../files/records";
import { UploadRefused, type OnProgress } from "../files/upload";
import { isQueued, OutgoingQueue, type Content, type KeyValueStore, type Outgoing } from "./outgoing";
import type { Author, Message, Ownership, ServerFrame, Session } from "./records";
import { SessionKeeper, type Given } from "./session";
import { SignIn, type SignInListener } from "./sign-in";
import { Suggestions } from "./suggestions";
import { dropTraces, SESSION } from "./storage";
import { NO_TABS, type Tabs } from "./tabs";

const TYPING_MS = 6_000;
const TYPING_AGAIN_MS = 3_000;

export interface Surroundings {
  readonly store: KeyValueStore;
  readonly locale: string;
  readonly openSocket: OpenSocket;
  readonly newId: () => string;
  readonly api?: ChatApi;
  readonly tabs?: Tabs;
  readonly signIn?: Omit<SignInListener, "foreign">;
}

export class Conversation {
  readonly messages: Signal<readonly Message[]> = signal([]);
  readonly outgoing: Signal<readonly Outgoing[]> = signal([]);
  readonly ownership: Signal<Ownership> = signal({ owner: "bot" });
  readonly typing: Signal<Author | null> = signal(null);
  readonly status: Signal<ConnectionStatus> = signal("idle");
  /** The earlier conversation could not be continued. */
  readonly restarted: Signal<boolean> = signal(false);
  readonly feedback: Signal<ReadonlyMap<number, boolean>> = signal(new Map());
  /** How often this conversation was left to itself: nothing of it may stay in sight. */
  readonly left: Signal<number> = signal(0);
  /** Everything was erased, by the customer's wish. */
  readonly forgotten: Signal<boolean> = signal(false);
  readonly suggestions: Suggestions;
  readonly signIn: SignIn;

  private readonly api: ChatApi;
  private readonly queue: OutgoingQueue;
  private readonly connection: Connection;
  private readonly backoff = new Backoff();
  private readonly tabs: Tabs;
  private readonly sessions: SessionKeeper;
  private draining = false;
  /** Something came while the queue was being sent, perhaps too late to be seen. */
  private again = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private typingEnds: ReturnType<typeof setTimeout> | undefined;
  private toldTypingAt = 0;

  constructor(private readonly around: Surroundings) {
    this.api = around.api ?? new ChatApi();
    this.queue = new OutgoingQueue(around.store, around.newId, Date.now);
    this.connection = new Connection(
      this.api,
      {
        received: (frame) => this.take(frame),
        changed: (status) => this.connectionChanged(status),
        sessionLost: () => this.beginAgain(),
      },
      around.openSocket,
    );
    this.tabs = around.tabs ?? NO_TABS;
    this.signIn = new SignIn(this.api, {
      changed: (state, reason) => around.signIn?.changed(state, reason),
      wanted: () => around.signIn?.wanted(),
      foreign: () => this.leave(),
    });
    this.sessions = new SessionKeeper(this.api, around.store, this.tabs, this.signIn, around.locale);
    this.suggestions = new Suggestions(this.api, () => this.sessions.token);
  }

  /** Continues the stored conversation, if there is one, and sends what was left unsent. */
  start(): void {
    this.tabs.onChange((key) => this.changedElsewhere(key));
    this.show();
    if (this.sessions.token !== null) this.connection.start(this.sessions.token, 0);
    else void this.drain();
  }

  /** Whether there is a conversation on the server. */
  get begun(): boolean {
    return this.sessions.session.value !== null;
  }

  /** The language of the next conversation. */
  set locale(locale: string) {
    this.sessions.locale = locale;
  }

  stop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.typingEnds);
    this.connection.stop();
  }

  /** Begins the conversation with what the form before it brought. Throws what the API throws. */
  async begin(given: Given): Promise<void> {
    const { token } = await this.sessions.ensure(given);
    if (this.connection.status === "idle") this.connection.start(token, 0);
  }

  /** The host vouches for the customer. */
  identify(token: string): Promise<void> {
    return this.signIn.identify(token, this.sessions.token);
  }

  /** Leaves the conversation to itself, and whoever was signed in: somebody else may come. */
  reset(): void {
    this.signIn.signOut();
    this.leave();
  }

  /** Has everything erased on the server, then here. Throws what the API throws. */
  async forget(): Promise<void> {
    const { token } = this.sessions;
    if (token !== null) await this.api.forget(token);
    this.leave();
    this.forgotten.value = true;
  }

  /** Sends words, a file that was uploaded before, or both. */
  say(text: string, attachment?: Attachment): void {
    this.enqueue(attachment ? { kind: "text", text, attachment } : { kind: "text", text });
  }

  /** Uploads a file for a message to come; begins the conversation where there is none. */
  async attach(file: File, onProgress: OnProgress, signal: AbortSignal): Promise<Attachment> {
    const { token } = await this.sessions.ensure();
    try {
      return await this.api.attach(token, file, onProgress, signal);
    } catch (error) {
      if (!(error instanceof UploadRefused) || error.status !== 404) throw error;
      if (this.sessions.token === token) this.beginAgain(); // Another file may have been first.
      return this.api.attach((await this.sessions.ensure()).token, file, onProgress, signal);
    }
  }

  press(id: string, label: string): void {
    this.enqueue({ kind: "button", id, label });
  }

  askForPerson(): void {
    const asked = this.queue.entries.some(
      ({ content, delivery }) => content.kind === "handoff" && delivery !== "refused",
    );
    if (!asked) this.enqueue({ kind: "handoff" });
  }

  /** Takes a refused entry back, so that it can be changed. */
  withdraw(id: string): void {
    this.queue.remove(id);
    this.show();
  }

  async rate(seq: number, helpful: boolean): Promise<void> {
    const before = this.feedback.value;
    this.feedback.value = new Map(before).set(seq, helpful);
    try {
      const { token } = this.sessions;
      if (token !== null) await this.api.feedback(token, seq, helpful);
    } catch {
      this.feedback.value = before; // The thumb springs back: it was not recorded.
    }
  }

  tellTyping(): void {
    if (Date.now() - this.toldTypingAt < TYPING_AGAIN_MS) return;
    this.toldTypingAt = Date.now();
    this.connection.tell({ type: "typing" });
  }

  tellRead(): void {
    const last = this.messages.value.at(-1);
    if (last) this.connection.tell({ type: "read", seq: last.seq });
  }

  /** The network may be back. */
  wake(): void {
    this.backoff.reset();
    this.connection.wake();
    void this.drain();
  }

  private enqueue(content: Content): void {
    this.forgotten.value = false;
    this.suggestions.close();
    this.queue.add(content);
    this.again = true;
    this.show();
    void this.drain();
  }

  /** Sends the queue in order, one at a time; stops where the connection does. */
  private async drain(): Promise<void> {
    if (this.draining) return;
    this.draining = true;
    this.again = false;
    clearTimeout(this.retry);
    try {
      await this.tabs.alone("sending", () => this.sendAll());
    } finally {
      this.draining = false;
    }
    if (this.again && this.queue.head) void this.drain();
  }

  private async sendAll(): Promise<void> {
    this.queue.refresh();
    this.show();
    for (let entry = this.queue.head; entry; entry = this.queue.head) {
      if (!(await this.attempt(entry))) return;
    }
  }

  /** Whether the queue may go on at once. */
  private async attempt(entry: Outgoing): Promise<boolean> {
    try {
      if (!(await this.ensureConnected())) return false;
      this.queue.sending(entry.id);
      this.show();
      const seq = await this.connection.send(entry);
      this.backoff.reset();
      this.queue.delivered(entry.id, seq);
      this.forgetReturned();
      return true;
    } catch (error) {
      if (error instanceof Refused && !error.passing && !error.sessionGone) {
        this.queue.refused(entry.id, error.message);
        return true;
      }
      this.queue.postponed(entry.id);
      if (error instanceof Refused && error.sessionGone && this.begun) this.beginAgain();
      else this.retry = setTimeout(() => void this.drain(), this.backoff.next());
      return false;
    } finally {
      this.show();
    }
  }

  /** Makes the session where there is none; false while the connection is still being made. */
  private async ensureConnected(): Promise<boolean> {
    const { token } = await this.session();
    if (this.connection.status === "idle") this.connection.start(token, 0);
    return this.connection.status === "live" || this.connection.status === "polling";
  }

  private async session(): Promise<Session> {
    try {
      return await this.sessions.ensure();
    } catch (error) {
      this.status.value = "offline";
      throw error;
    }
  }

  private changedElsewhere(key: string): void {
    if (key === SESSION) this.follow();
    if (!isQueued(key)) return;
    this.queue.refresh();
    this.show();
    void this.drain();
  }

  /** Another tab has begun a conversation, or left this one. */
  private follow(): void {
    if (!this.sessions.follow()) return;
    this.clear();
    if (this.sessions.token !== null) this.connection.start(this.sessions.token, 0);
  }

  private leave(): void {
    this.sessions.drop();
    this.queue.clear();
    this.restarted.value = false;
    this.clear();
    this.left.value += 1;
    dropTraces(this.around.store); // Last: who watches the signals may have kept something.
    this.show();
  }

  private clear(): void {
    this.connection.stop();
    clearTimeout(this.retry);
    this.messages.value = [];
    this.ownership.value = { owner: "bot" };
    this.feedback.value = new Map();
    this.showTyping(null);
  }

  private connectionChanged(status: ConnectionStatus): void {
    this.status.value = status;
    if (status === "live" || status === "polling") void this.drain();
  }

  private beginAgain(): void {
    this.sessions.drop();
    this.clear();
    this.restarted.value = true;
    this.again = true;
    void this.drain();
  }

  private take(frame: ServerFrame): void {
    switch (frame.type) {
      case "message":
        this.addMessage(frame);
        break;
      case "state":
        this.ownership.value = { owner: frame.owner, name: frame.name, position: frame.position };
        break;
      case "typing":
        if (frame.author !== "customer") this.showTyping(frame.author);
        break;
      case "ack":
      case "error":
        break;
    }
  }

  private addMessage(message: Message): void {
    const known = this.messages.value;
    if (known.some(({ seq }) => seq === message.seq)) return;
    this.messages.value = [...known, message].sort((first, second) => first.seq - second.seq);
    if (message.author !== "customer") this.showTyping(null);
    if (message.author === "bot" && message.reply_to?.length) void this.suggestions.refresh();
    this.forgetReturned();
  }

  /** A delivered entry stays in sight until its message comes back from the server. */
  private forgetReturned(): void {
    const known = new Set(this.messages.value.map(({ seq }) => seq));
    for (const { id, seq, delivery } of this.queue.entries) {
      if (delivery === "delivered" && (seq === 0 || (seq !== null && known.has(seq)))) this.queue.remove(id);
    }
    this.show();
  }

  private showTyping(author: Author | null): void {
    clearTimeout(this.typingEnds);
    this.typing.value = author;
    if (author) this.typingEnds = setTimeout(() => (this.typing.value = null), TYPING_MS);
  }

  private show(): void {
    this.outgoing.value = this.queue.entries;
  }
}
