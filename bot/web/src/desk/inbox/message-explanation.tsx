/* Asked for by a button: which words of the customer's message mattered, and what it resembles. */

import { useEffect, useState } from "preact/hooks";
import type { MessageExplanation as Record } from "../api/records/reasons";
import { useDesk } from "../desk";
import { ProbabilityBar } from "../parts/probability-bar";
import { WeighedWords } from "../parts/weighed-words";
import { sentenceFor } from "../problem";

export function MessageExplanation({ text }: { readonly text: string }) {
  const { words, explanations } = useDesk();
  const [found, setFound] = useState<Record | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    setFound(null);
    setProblem(null);
  }, [text]);
  const ask = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      setFound(await explanations.of(text));
    } catch (error) {
      setProblem(sentenceFor(error, words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-live="polite">
      <h3>{words.reasons.words}</h3>
      {problem && <p class="banner bad" role="alert">{problem}</p>}
      {found ? <Found found={found} /> : <button type="button" disabled={busy} onClick={() => void ask()}>{words.reasons.showWords}</button>}
    </section>
  );
}

function Found({ found }: { readonly found: Record }) {
  const { words } = useDesk();
  const predicted = [found.template, found.intent].filter((each) => each !== null);
  return (
    <>
      {predicted.length === 0 && <p class="muted">{words.reasons.unreadable}</p>}
      {predicted.map((weighed) => (
        <div key={weighed.name}>
          <ProbabilityBar label={weighed.name} value={weighed.probability} />
          <WeighedWords text={found.text} weighed={weighed} />
        </div>
      ))}
      {found.examples.length > 0 && (
        <>
          <h3>{words.reasons.nearest}</h3>
          <ul class="nearest">
            {found.examples.map(({ text, intent, similarity }, index) => (
              <li key={index}>
                <span dir="auto">{text}</span>
                <span class="small muted">{intent} · {words.reasons.similarity(similarity)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small muted">{words.reasons.byNow}</p>
    </>
  );
}
