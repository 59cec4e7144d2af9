/* What the parts of this room share: its words and its calls. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Catalogues } from "../../language/locale";
import type { SettingsApi } from "../api/settings";
import type { SettingsWords } from "../words/settings-en";

export const CATALOGUES: Catalogues<SettingsWords> = {
  en: async () => (await import("../words/settings-en")).settingsWords,
  "zh-Hans": async () => (await import("../words/settings-zh-Hans")).settingsWords,
};

export interface Room {
  readonly words: SettingsWords;
  readonly api: SettingsApi;
}

export const RoomContext = createContext<Room | null>(null);

export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (!room) throw new Error("This part stands outside the settings.");
  return room;
}
