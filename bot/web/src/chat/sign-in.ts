/*
 * Who the customer is by the host's word: a signed token that ends soon, renewed while the page is there.
 * Without one, or with one that is not believed, a visitor is a visitor.
 */

import { signal } from "@preact/signals";
import type { ChatApi } from "./api";
import { Refused } from "./errors";

export interface SignInListener {
  changed(state: "signed-in" | "visitor" | "refused", reason?: string): void;
  /** A fresh token is wanted. */
  wanted(): void;
  /** The conversation here is another customer's. */
  foreign(): void;
}

const AHEAD_MS = 60_000;
/** Longer timers overflow, and come at once. */
const LONGEST_MS = 2 ** 31 - 1;

export class SignIn {
  private readonly customer = signal<string | null>(null);
  private asked = false;
  private renewal: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly api: ChatApi, private readonly listener: SignInListener) {}

  /** The token that the next conversation begins with. */
  get token(): string | null {
    return this.customer.value;
  }

  /** What the token says of the customer. It is for show: only the server believes, and only after checking. */
  get claims(): { readonly name?: unknown; readonly email?: unknown } {
    try {
      const payload = (this.token?.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
      const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
      return (JSON.parse(new TextDecoder().decode(bytes)) as object | null) ?? {};
    } catch {
      return {};
    }
  }

  /** The host vouches for the customer by `token`, in the conversation of `session` if there is one. */
  async identify(token: string, session: string | null): Promise<void> {
    this.customer.value = token;
    if (session === null) return;
    try {
      this.holds(await this.api.identify(session, token));
    } catch (error) {
      if (!(error instanceof Refused)) return;
      if (error.status === 409) this.listener.foreign();
      else if (error.status !== 404) this.refuse(error, token);
    }
  }

  /** The server believes the token until then; null where it signs nobody in. */
  holds(until: string | null | undefined): void {
    clearTimeout(this.renewal);
    if (!until) {
      if (this.token !== null) this.listener.changed("visitor");
      return;
    }
    this.asked = false;
    const left = new Date(until).getTime() - Date.now() - AHEAD_MS;
    this.renewal = setTimeout(() => this.listener.wanted(), Math.min(Math.max(left, 0), LONGEST_MS));
    this.listener.changed("signed-in");
  }

  /** The server does not believe `token`: one that is over is asked for anew, once. */
  refuse(error: Refused, token: string): void {
    if (this.token === token) this.customer.value = null;
    this.listener.changed("refused", error.message);
    if (error.status !== 401 || this.asked) return;
    this.asked = true;
    this.listener.wanted();
  }

  signOut(): void {
    clearTimeout(this.renewal);
    this.customer.value = null;
    this.asked = false;
  }
}
