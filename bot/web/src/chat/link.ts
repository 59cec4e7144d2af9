/*
 * A link from a mail leads back to one conversation: it is exchanged for a session once in each tab.
 * The browser's own conversation, in another storage, stays as it is.
 */

import type { ChatApi } from "./api";
import type { KeyValueStore } from "./outgoing";
import { keepSession, readSession } from "./storage";

const PATH = /^\/c\/([^/]+)$/;
const FOLLOWED = "frontdesk.link";

/** The link's token, where `path` is the page that links lead to. */
export function linkOf(path: string): string | null {
  return PATH.exec(path)?.[1] ?? null;
}

/** Puts the session of the link's conversation into `store`. Throws what the API throws. */
export async function followLink(
  api: Pick<ChatApi, "resume">, link: string, store: KeyValueStore,
): Promise<void> {
  if (store.getItem(FOLLOWED) === link && readSession(store) !== null) return;
  keepSession(store, await api.resume(link));
  store.setItem(FOLLOWED, link);
}
