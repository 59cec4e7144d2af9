/* What redaction took out of a draft and nobody has worded anew: "[email]" in line 3. A link's text is none. */

import type { ArticleText } from "../api/records/articles";

const TAKEN_OUT = /\[(?:email|iban|card|order|phone|name|account|address|birth|id|ip|plate|secret|url)\](?![(:[])/g;

/** A placeholder; `line` counts from 1, and is null in the title. */
export interface LeftOut {
  readonly text: string;
  readonly line: number | null;
}

/** Those of `draft` that the saved text does not hold. */
export function leftOut(draft: ArticleText, saved: ArticleText | null): readonly LeftOut[] {
  const known = saved === null ? "" : `${saved.title}\n${saved.body}`;
  const found = (text: string, line: number | null): LeftOut[] =>
    [...text.matchAll(TAKEN_OUT)].map(([each]) => ({ text: each, line })).filter((each) => !known.includes(each.text));
  return [...found(draft.title, null), ...draft.body.split("\n").flatMap((line, index) => found(line, index + 1))];
}
