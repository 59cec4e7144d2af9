/* Why a file or record was not read. A file that no format takes is told in one sentence; what each missed is behind it. */

import { useDesk } from "../../desk";

const SEVERAL = 3;

export interface Missed {
  readonly format: string;
  readonly reason: string;
}

/** What each format missed, of a sentence that ends each part with the format: `has no chat (zendesk); has no source (intercom)`. */
export function missedBy(sentence: string): readonly Missed[] {
  const parts = sentence.replace(/^.*?is no transcript: /, "").split("; ");
  const found: Missed[] = [];
  let before = "";
  for (const part of parts) {
    const [, reason, format] = /^(.*) \(([a-z]+)\)$/.exec(before + part) ?? [];
    if (reason === undefined || format === undefined) before += `${part}; `; // A reason may have parts itself.
    else {
      found.push({ format, reason });
      before = "";
    }
  }
  return before === "" ? found : [];
}

export function Refusal({ sentence }: { readonly sentence: string }) {
  const { words } = useDesk();
  const said = words.learningRoom.imports;
  const missed = missedBy(sentence);
  if (missed.length < SEVERAL) return <span dir="auto">{sentence}</span>;
  return (
    <>
      {said.unrecognised}
      <details>
        <summary>{said.lookedFor(missed.length)}</summary>
        <ul>{missed.map(({ format, reason }) => <li key={format}><strong>{format}</strong> <span dir="auto">{reason}</span></li>)}</ul>
      </details>
    </>
  );
}
