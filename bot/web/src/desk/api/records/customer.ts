/* A customer's page as it travels. Times are ISO 8601 UTC. */

import type { EarlierConversation } from "./inbox";

export interface CustomerPage {
  readonly name: string | null;
  readonly email: string | null;
  readonly signed_in: boolean;
  readonly since: string;
  readonly languages: readonly string[];
  readonly channels: readonly string[];
  readonly details: Readonly<Record<string, string>>;
  readonly conversations: readonly EarlierConversation[];
  /** From -1 (furious) to 1, message by message. */
  readonly moods: readonly { readonly at: string; readonly conversation: string; readonly value: number }[];
  readonly read: readonly { readonly title: string; readonly url: string | null; readonly how: string; readonly at: string }[];
}
