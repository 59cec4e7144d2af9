/* What an agent has begun to write, per conversation: it outlives a reload, and ends with the tab. */

export interface Draft {
  readonly text: string;
  readonly mode: "reply" | "note";
  /** The template whose words were taken last. */
  readonly suggestion?: string | null;
}

const PREFIX = "frontdesk.draft.";

export function readDraft(conversation: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + conversation) ?? "null") as Draft | null;
    return kept ?? { text: "", mode: "reply" };
  } catch {
    return { text: "", mode: "reply" };
  }
}

export function keepDraft(conversation: string, draft: Draft): void {
  try {
    if (draft.text === "" && draft.mode === "reply") sessionStorage.removeItem(PREFIX + conversation);
    else sessionStorage.setItem(PREFIX + conversation, JSON.stringify(draft));
  } catch {
    // A full or forbidden storage keeps nobody from writing.
  }
}
