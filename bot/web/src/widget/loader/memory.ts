/*
 * What the host page's own storage keeps once the chat was opened: that there is a conversation,
 * and that the panel stood open in this tab. Nothing of either; where it is forbidden, nothing at all.
 */

const KEPT = "frontdesk.kept";
const OPEN = "frontdesk.open";

export const remembersConversation = (): boolean => read(() => localStorage, KEPT);
export const remembersOpen = (): boolean => read(() => sessionStorage, OPEN);

export function rememberConversation(kept: boolean): void {
  write(() => localStorage, KEPT, kept);
}

export function rememberOpen(open: boolean): void {
  write(() => sessionStorage, OPEN, open);
}

function read(store: () => Storage, key: string): boolean {
  try {
    return store().getItem(key) !== null;
  } catch {
    return false;
  }
}

function write(store: () => Storage, key: string, there: boolean): void {
  try {
    if (there) store().setItem(key, "1");
    else store().removeItem(key);
  } catch {
    return; // The page goes on without being remembered.
  }
}
