/* What every part of the panel needs: the language, its words and the company's configuration. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FileChoice } from "../../files/choice";
import type { FileLimits } from "../../files/records";
import type { Conversation } from "../../chat/conversation";
import type { KeyValueStore } from "../../chat/outgoing";
import type { Suggestion } from "../../chat/records";
import type { WidgetLocale } from "../../language/locale";
import type { Words } from "../words/words";

/** A detail that is asked for before the first message. */
export interface AskedField {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "number" | "integer" | "amount" | "date" | "email" | "phone" | "choice" | "yes_no";
  readonly required: boolean;
  readonly example: string | null;
  readonly longest: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Whether people are there, when next, and about how long whoever asks for one waits. */
export interface Team {
  readonly open: boolean;
  readonly opens_at: string | null;
  readonly expected_wait_seconds: number | null;
}

/** The answer of `GET /api/widget/config`. */
export interface WidgetConfig {
  readonly company: string;
  readonly locale: string;
  readonly automated_notice: string;
  readonly greeting: string;
  readonly accent: string;
  readonly locales: readonly string[];
  readonly suggestions: readonly string[];
  /** What others ask and read of late. */
  readonly opening: readonly Suggestion[];
  readonly attachments: FileLimits;
  readonly team: Team;
  readonly pre_chat: { readonly opening: string; readonly fields: readonly AskedField[] };
  /** What the customer agrees to before writing; null where nobody is asked. */
  readonly consent: string | null;
  readonly privacy_url: string | null;
}

/** What depends on the language, which may change while the panel is open. */
export interface View {
  readonly config: WidgetConfig;
  readonly locale: WidgetLocale;
  readonly words: Words;
  readonly choice: FileChoice;
}

export interface PanelContext extends View {
  readonly conversation: Conversation;
  readonly store: KeyValueStore;
  readonly close: () => void;
}

export const Panel = createContext<PanelContext | null>(null);

export function usePanel(): PanelContext {
  const context = useContext(Panel);
  if (!context) throw new Error("This part stands outside the panel.");
  return context;
}
