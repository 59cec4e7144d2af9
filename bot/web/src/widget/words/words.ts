/* Everything the panel says itself. Each language has one file; the type keeps them complete. */

import type { FileWords } from "../../files/words/words";
import type { SuggestionChoice } from "../../chat/records";
import type { Catalogues, WidgetLocale } from "../../language/locale";

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
  readonly more: string;
  readonly transcript: string;
  readonly transcriptOf: (company: string) => string;
  readonly forget: string;
  readonly forgetQuestion: string;
  readonly forgetExplained: (company: string) => string;
  readonly forgetConfirm: string;
  readonly cancel: string;
  readonly forgotten: string;
  readonly notForgotten: string;
  readonly privacy: string;
  readonly emoji: string;
  /** People are there; they answer within so many minutes, null where that is not known. */
  readonly teamThere: (minutes: number | null) => string;
  /** Nobody is there; `when` they are back, null where that is not known. */
  readonly teamAway: (when: string | null) => string;
  readonly aboutYou: string;
  readonly optional: string;
  readonly choose: string;
  readonly fillIn: string;
  readonly start: string;
  readonly notBegun: string;
  readonly files: FileWords;
  readonly characters: (left: number) => string;
}

export const CATALOGUES: Catalogues<Words, WidgetLocale> = {
  en: async () => (await import("./en")).words,
  "zh-Hans": async () => (await import("./zh-Hans")).words,
  ar: async () => (await import("./ar")).words,
};
