/* Articles that were found for a message. */

import { safeAddress } from "../../markup/fragment";
import type { PassageMatch } from "../api/records/reasons";

/** Passages come best first; of each article the best is enough. */
function bestOfEach(passages: readonly PassageMatch[]): readonly PassageMatch[] {
  return passages.filter(({ title }, index) => passages.findIndex((other) => other.title === title) === index);
}

export function Passages({ passages }: { readonly passages: readonly PassageMatch[] }) {
  return (
    <ul class="passages">
      {bestOfEach(passages).map(({ title, url, score }, index) => {
        const address = safeAddress(url);
        return (
          <li key={index}>
            {address ? (
              <a href={address} target="_blank" rel="noopener noreferrer" dir="auto">{title}</a>
            ) : (
              <span dir="auto">{title}</span>
            )}
            <span class="muted tabular">{score.toFixed(2)}</span>
          </li>
        );
      })}
    </ul>
  );
}
