/* What an agent has begun to write, per conversation, for as long as the page lives. */

export interface Draft {
  readonly text: string;
  readonly mode: "reply" | "note";
  /** The template whose words were taken last. */
  readonly suggestion?: string | null;
}

const drafts = new Map<string, Draft>();

export function readDraft(conversation: string): Draft {
  return drafts.get(conversation) ?? { text: "", mode: "reply" };
}

export function keepDraft(conversation: string, draft: Draft): void {
  if (draft.text === "" && draft.mode === "reply") drafts.delete(conversation);
  else drafts.set(conversation, draft);
}
