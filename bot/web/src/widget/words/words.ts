/* Everything the panel says itself. Each language has one file; the type keeps them complete. */

import type { FileWords } from "../../files/words/words";
import type { SuggestionChoice } from "../../chat/records";
import type { Catalogues } from "../../language/locale";

export interface Words {
  readonly automatedAssistant: string;
  readonly automated: string;
  readonly person: string;
  readonly you: string;
  readonly close: string;
  readonly messages: string;
  readonly write: string;
  readonly send: string;
  readonly sendHint: string;
  readonly talkToPerson: string;
  readonly talkToPersonAsked: string;
  readonly waiting: (position: number | null) => string;
  readonly waitOf: (minutes: number) => string;
  readonly withPerson: (name: string) => string;
  readonly aPerson: string;
  readonly typing: (who: string) => string;
  readonly sources: string;
  readonly newWindow: string;
  readonly helpful: string;
  readonly notHelpful: string;
  readonly feedbackThanks: string;
  readonly sending: string;
  readonly willBeSent: string;
  readonly sent: string;
  readonly notSent: (reason: string) => string;
  readonly tooLong: string;
  readonly edit: string;
  readonly offline: string;
  readonly connecting: string;
  readonly unavailable: string;
  readonly restarted: string;
  readonly newMessages: string;
  readonly suggestions: string;
  readonly suggestedNext: string;
  readonly because: (kind: "question" | "article", title: string) => string;
  readonly suggestionChoice: string;
  readonly suggestionsKeep: string;
  readonly suggestionChoices: Readonly<Record<SuggestionChoice, string>>;
  readonly files: FileWords;
  readonly characters: (left: number) => string;
}

export const CATALOGUES: Catalogues<Words> = {
  en: async () => (await import("./en")).words,
  "zh-Hans": async () => (await import("./zh-Hans")).words,
};
