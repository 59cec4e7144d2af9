/* The try-it box over all articles: a question in, the passages found and the bot's answer out. */

import { useState } from "preact/hooks";
import { MessageText } from "../../markup/message-text";
import type { ArticleTrial } from "../api/records/articles";
import { useDesk } from "../desk";
import { FoundPassages } from "./found-passages";
import { QuestionForm } from "./question-form";

export function TryArticles() {
  const { words: { knowledge }, articles } = useDesk();
  const [trial, setTrial] = useState<ArticleTrial | null>(null);
  return (
    <aside class="trial" aria-label={knowledge.tryTitle}>
      <h2>{knowledge.tryTitle}</h2>
      <p class="small muted">{knowledge.tryHint}</p>
      <QuestionForm onAsk={async (question) => setTrial(await articles.try(question, null))} />
      <div aria-live="polite">{trial && <Result trial={trial} />}</div>
    </aside>
  );
}

function Result({ trial }: { readonly trial: ArticleTrial }) {
  const { words } = useDesk();
  const { knowledge } = words;
  if (!trial.served) return <p class="banner warn">{knowledge.notServed}</p>;
  return (
    <>
      {trial.reply && (
        <section class="decision">
          <strong>{words.reasons.kinds[trial.reply.kind]}</strong>
          {trial.reply.text === "" ? (
            <p class="muted">{words.trial.noReply}</p>
          ) : (
            <div class="bubble"><MessageText text={trial.reply.text} html={trial.reply.html} /></div>
          )}
          <ul class="because small muted">
            {trial.reply.because.map((reason, place) => <li key={place} dir="auto">{reason}</li>)}
          </ul>
        </section>
      )}
      <section>
        <h3>{knowledge.found}</h3>
        {trial.hits.length === 0 ? <p class="muted">{knowledge.nothingFound}</p> : <FoundPassages hits={trial.hits} />}
      </section>
    </>
  );
}
