/* Passages that a question found, best first, each leading to its article. */

import type { PassageHit } from "../api/records/articles";
import { useDesk } from "../desk";
import { Link } from "../parts/link";

export function FoundPassages({ hits }: { readonly hits: readonly PassageHit[] }) {
  const { words } = useDesk();
  return (
    <ol class="cut">
      {hits.map(({ article, title, headings, position, text, similarity, lexical }) => (
        <li key={`${article} ${position}`} class="passage">
          <p class="small">
            <Link to={{ page: "knowledge", article }}>{title}</Link>
            {headings.length > 0 && <span class="muted" dir="auto"> › {headings.join(" › ")}</span>}
          </p>
          <p class="passage-text" dir="auto">{text}</p>
          <p class="small muted">{words.knowledge.similar(words.percent(similarity), words.percent(lexical))}</p>
        </li>
      ))}
    </ol>
  );
}
