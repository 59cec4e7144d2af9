/* Everything the desk says itself. Each language has one file; the type keeps them complete. */

import type { Catalogues } from "../../language/locale";
import type { words } from "./en";

/** English is the pattern: every other language has the same keys and the same arguments. */
export type Words = typeof words;

export const CATALOGUES: Catalogues<Words> = {
  en: async () => (await import("./en")).words,
  "zh-Hans": async () => (await import("./zh-Hans")).words,
};
