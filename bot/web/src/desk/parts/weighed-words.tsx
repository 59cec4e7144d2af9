/* A text in which the words stand out that a prediction hung on. */

import type { Weighed } from "../api/records/reasons";
import { useDesk } from "../desk";

interface Props {
  readonly text: string;
  readonly weighed: Weighed;
}

/** Of the greatest fall: from here on a word counts as strong, or as one that mattered at all. */
const STRONG = 0.5;
const MATTERED = 0.15;
/** Where nothing falls further than this, no word mattered. */
const LEAST = 0.01;

export function WeighedWords({ text, weighed }: Props) {
  const { words } = useDesk();
  const greatest = Math.max(LEAST, ...weighed.words.map(({ drop }) => drop));
  const inOrder = [...weighed.words].sort((one, other) => one.start - other.start);
  const characters = [...text];
  const between = (from: number, to: number): string => characters.slice(from, to).join("");
  return (
    <p class="weighed" dir="auto">
      {inOrder.map(({ text: piece, start, drop }, index) => (
        <>
          {between(inOrder[index - 1]?.end ?? 0, start)}
          {drop >= MATTERED * greatest ? (
            <mark class={drop >= STRONG * greatest ? "strong" : ""} title={words.reasons.drop(drop)}>{piece}</mark>
          ) : (
            piece
          )}
        </>
      ))}
      {between(inOrder.at(-1)?.end ?? 0, characters.length)}
    </p>
  );
}
