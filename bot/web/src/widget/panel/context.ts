/* What every part of the panel needs: the language, its words and the company's configuration. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { FileChoice } from "../../files/choice";
import type { FileLimits } from "../../files/records";
import type { Conversation } from "../../chat/conversation";
import type { Suggestion } from "../../chat/records";
import type { Locale } from "../../language/locale";
import type { Words } from "../words/words";

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
}

export interface PanelContext {
  readonly conversation: Conversation;
  readonly config: WidgetConfig;
  readonly locale: Locale;
  readonly words: Words;
  readonly choice: FileChoice;
  readonly close: () => void;
}

export const Panel = createContext<PanelContext | null>(null);

export function usePanel(): PanelContext {
  const context = useContext(Panel);
  if (!context) throw new Error("This part stands outside the panel.");
  return context;
}
