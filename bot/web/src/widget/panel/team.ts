/* Whether people are there, in a few words. */

import { moment } from "../../language/dates";
import type { Words } from "../words/words";
import type { Team } from "./context";

export function teamSentence({ open, opens_at: opens, expected_wait_seconds: wait }: Team, locale: string, words: Words): string {
  if (open) return words.teamThere(wait === null ? null : Math.ceil(wait / 60));
  return words.teamAway(opens === null ? null : moment(opens, locale));
}
