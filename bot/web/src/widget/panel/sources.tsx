/* What an answer was taken from: the article, and the words in it. */

import type { Source } from "../../chat/records";
import { safeAddress } from "../../markup/fragment";
import { usePanel } from "./context";

export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const { words } = usePanel();
  return (
    <div class="sources">
      <h2>{words.sources}</h2>
      <ul>
        {sources.map((source, index) => (
          <li key={index}>
            <SourceTitle source={source} />
            {source.reads && (
              <q dir="auto" title={source.reads}>
                {source.reads}
              </q>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function SourceTitle({ source }: { readonly source: Source }) {
  const { conversation, words } = usePanel();
  const address = safeAddress(source.url);
  if (!address) return <cite dir="auto">{source.title}</cite>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" dir="auto" onClick={() => conversation.suggestions.readSource(source.url ?? "")}>
      {source.title}
      <span class="hidden"> ({words.newWindow})</span>
    </a>
  );
}
