/*
 * The session that opens the conversation: kept in the store, made once however many ask for it,
 * in this tab and in others. It is made with the first message, so that opening the panel leaves no trace.
 */

import { signal, type Signal } from "@preact/signals";
import type { ChatApi } from "./api";
import { Refused } from "./errors";
import type { KeyValueStore } from "./outgoing";
import type { Beginning, Session } from "./records";
import type { SignIn } from "./sign-in";
import { keepSession, readSession } from "./storage";
import type { Tabs } from "./tabs";

/** What the form before the chat brought. */
export type Given = Pick<Beginning, "details" | "consented">;

export class SessionKeeper {
  readonly session: Signal<Session | null>;
  private beginning: Promise<Session> | null = null;

  constructor(
    private readonly api: ChatApi,
    private readonly store: KeyValueStore,
    private readonly tabs: Tabs,
    private readonly signIn: SignIn,
    public locale: string,
  ) {
    this.session = signal(readSession(store));
  }

  get token(): string | null {
    return this.session.value?.token ?? null;
  }

  /** The session, begun where there is none. Throws what the API throws. */
  async ensure(given: Given = {}): Promise<Session> {
    if (this.session.value) return this.session.value;
    this.beginning ??= this.tabs.alone("beginning", () => this.begin(given)).finally(() => (this.beginning = null));
    return (this.session.value = await this.beginning);
  }

  /** Takes the session that another tab left in the store; whether that is another one. */
  follow(): boolean {
    const stored = readSession(this.store);
    if (stored?.token === this.session.value?.token) return false;
    this.session.value = stored;
    return true;
  }

  drop(): void {
    keepSession(this.store, null);
    this.session.value = null;
  }

  private async begin(given: Given): Promise<Session> {
    const theirs = readSession(this.store);
    if (theirs) return theirs; // Another tab was first.
    let customer = this.signIn.token;
    const session = await this.api.startSession(this.with(given, customer)).catch((error: unknown) => {
      if (!(error instanceof Refused) || error.status !== 401 || customer === null) throw error;
      this.signIn.refuse(error, customer);
      customer = null;
      return this.api.startSession(this.with(given, null));
    });
    keepSession(this.store, session);
    const { token } = this.signIn;
    if (token === null || token === customer) this.signIn.holds(session.signed_in_until);
    else void this.signIn.identify(token, session.token); // It came meanwhile.
    return session;
  }

  private with(given: Given, customer: string | null): Beginning {
    return { locale: this.locale, ...given, ...(customer === null ? {} : { customer }) };
  }
}
