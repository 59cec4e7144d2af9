/*
 * What the launcher on the host page and the panel in its frame say to each other by postMessage.
 * Nothing of the conversation's content crosses from the panel: only that something happened.
 */

export type IdentityState = "signed-in" | "visitor" | "refused";

export type FromPanel =
  | { readonly frontdesk: "ready" }
  | { readonly frontdesk: "close" }
  | { readonly frontdesk: "accent"; readonly accent: string }
  | { readonly frontdesk: "unread"; readonly count: number }
  | { readonly frontdesk: "message"; readonly author: "customer" | "bot" | "agent" | "system" }
  /** Whether a conversation waits in this browser, so that later pages look for answers. */
  | { readonly frontdesk: "kept"; readonly kept: boolean }
  | { readonly frontdesk: "identity"; readonly state: IdentityState; readonly reason?: string | undefined }
  /** The signed token is about to end, or has: a fresh one is wanted. */
  | { readonly frontdesk: "identity-wanted" };

export type FromHost =
  | { readonly frontdesk: "shown"; readonly focus: boolean }
  | { readonly frontdesk: "hidden" }
  | { readonly frontdesk: "focus"; readonly edge: "first" | "last" }
  | { readonly frontdesk: "identify"; readonly token: string }
  | { readonly frontdesk: "reset" }
  | { readonly frontdesk: "locale"; readonly locale: string }
  | { readonly frontdesk: "send"; readonly text: string };

/** Whether `data` is one of ours; the sender's origin has been checked before. */
export function isBridgeMessage(data: unknown): data is FromPanel | FromHost {
  return typeof data === "object" && data !== null && "frontdesk" in data;
}
