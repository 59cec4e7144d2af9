/* The passages that the article is cut into, and which of them a question finds. */

import { useState } from "preact/hooks";
import type { ArticleTrial, DraftPassage, PassageHit } from "../api/records/articles";
import { useDesk } from "../desk";
import { QuestionForm } from "./question-form";
import { FoundPassages } from "./found-passages";
import type { OpenArticle } from "./open-article";

interface Props {
  readonly open: OpenArticle;
  readonly passages: readonly DraftPassage[];
}

export function PassagesPanel({ open, passages }: Props) {
  const { words: { knowledge }, articles } = useDesk();
  const [trial, setTrial] = useState<ArticleTrial | null>(null);
  const ask = async (question: string): Promise<void> =>
    setTrial(await articles.try(question, { id: open.id, text: open.draft.value }));
  const others = trial?.hits.filter(({ of_draft: own }) => !own) ?? [];
  return (
    <>
      <p class="small muted">{knowledge.passagesHint}</p>
      <QuestionForm onAsk={ask} />
      <div aria-live="polite">
        {trial?.served === false && <p class="banner warn">{knowledge.notServed}</p>}
        {trial?.served && !trial.hits.some(({ of_draft: own }) => own) && <p class="banner warn">{knowledge.notFound}</p>}
      </div>
      <ol class="cut">
        {passages.map((passage, position) => (
          <li key={position}>
            <Passage passage={passage} place={trial?.hits.findIndex((hit) => isThis(hit, position)) ?? -1} />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <section>
          <h3>{knowledge.others}</h3>
          <FoundPassages hits={others} />
        </section>
      )}
    </>
  );
}

function isThis(hit: PassageHit, position: number): boolean {
  return hit.of_draft && hit.position === position;
}

function Passage({ passage, place }: { readonly passage: DraftPassage; readonly place: number }) {
  const { words: { knowledge } } = useDesk();
  return (
    <section class={place >= 0 ? "passage hit" : "passage"}>
      <p class="small muted">
        {passage.headings.length > 0 && <span dir="auto">{passage.headings.join(" › ")} · </span>}
        <span>{knowledge.words(passage.words)}</span>
        {place >= 0 && <strong class="tag good">{knowledge.rank(place + 1)}</strong>}
      </p>
      <p class="passage-text" dir="auto">{passage.text}</p>
    </section>
  );
}
