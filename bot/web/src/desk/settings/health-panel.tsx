/* What `frontdesk doctor` says. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Check } from "../api/records/settings";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { useRoom } from "./room";

export function HealthPanel() {
  const { words: deskWords } = useDesk();
  const { api, words: { health, sections } } = useRoom();
  const [checks, setChecks] = useState<readonly Check[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const look = useMemo(() => () => {
    setChecks(null);
    api.health().then((found) => (setChecks(found), setProblem(null)), setProblem);
  }, [api]);
  useEffect(look, [look]);
  const bad = checks?.filter((check) => !check.ok).length ?? 0;
  return (
    <div class="settings-form">
      <header class="part-head">
        <h2>{sections.health}</h2>
        {checks && <span class={bad === 0 ? "tag good" : "tag bad"}>{bad === 0 ? health.good : health.mend(bad)}</span>}
        <button type="button" disabled={checks === null && problem === null} onClick={look}>{health.again}</button>
      </header>
      <p class="muted">{health.hint}</p>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, deskWords)}</p>}
      {checks === null && problem === null && <p class="muted">{deskWords.loading}</p>}
      <ul class="health">
        {[...(checks ?? [])].sort((one, other) => Number(one.ok) - Number(other.ok)).map((check, place) => (
          <li key={place}>
            <span class={check.ok ? "tag good" : "tag bad"}>{check.ok ? health.ok : health.bad}</span>
            <strong dir="auto">{check.name}</strong>
            <span dir="auto">{check.says}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
