/*
 * What the launcher on the host page and the panel in its frame say to each other by postMessage.
 * Nothing of the conversation's content crosses: only that something happened.
 */

export type FromPanel =
  | { readonly frontdesk: "ready" }
  | { readonly frontdesk: "close" }
  | { readonly frontdesk: "accent"; readonly accent: string }
  | { readonly frontdesk: "unread"; readonly count: number }
  | { readonly frontdesk: "message"; readonly author: "customer" | "bot" | "agent" | "system" };

export type FromHost =
  | { readonly frontdesk: "shown"; readonly focus: boolean }
  | { readonly frontdesk: "hidden" };

/** Whether `data` is one of ours; the sender's origin has been checked before. */
export function isBridgeMessage(data: unknown): data is FromPanel | FromHost {
  return typeof data === "object" && data !== null && "frontdesk" in data;
}
