/* An error as one honest sentence for the person at the desk. */

import { ApiProblem, Offline } from "./api/client";
import type { Words } from "./words/words";

export function sentenceFor(error: unknown, words: Words): string {
  if (error instanceof Offline) return words.problems.offline;
  if (error instanceof ApiProblem) return words.problems.failed(error.message);
  throw error;
}
