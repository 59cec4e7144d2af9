/*
 * What changed between two long texts. Lines that both begin and end with are set aside; of what lies between, single
 * words are compared.
 */

import { difference, type Piece } from "../parts/text-difference";

/** Characters around a change that are shown; of the rest it is only said that it is there. */
const AROUND = 160;

export function longDifference(before: string, after: string): readonly Piece[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const between = (lines: readonly string[]): string => lines.slice(start, lines.length - end).join("");
  const pieces: Piece[] = [
    { kind: "same", text: lastOf(old.slice(0, start).join("")) },
    ...difference(between(old), between(fresh)),
    { kind: "same", text: firstOf(old.slice(old.length - end).join("")) },
  ];
  return pieces.filter(({ text }) => text !== "");
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lastOf(text: string): string {
  return text.length > AROUND ? `…${text.slice(-AROUND)}` : text;
}

function firstOf(text: string): string {
  return text.length > AROUND ? `${text.slice(0, AROUND)}…` : text;
}
