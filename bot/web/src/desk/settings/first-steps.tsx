/* The way from an empty desk to the first answer, read from what is really there. */

import { useEffect, useState } from "preact/hooks";
import type { Step, StepName } from "../api/records/settings";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { NEW_TEMPLATE, type Route } from "../router";
import { useRoom } from "./room";

/** Where each step is done; the first answer is had on the sample page. */
const DONE_AT: Record<Exclude<StepName, "first_answer">, Route> = {
  articles: { page: "knowledge", article: null },
  transcripts: { page: "learning", part: "imports", item: null },
  templates: { page: "templates", template: NEW_TEMPLATE },
  model: { page: "learning", part: "models", item: null },
  channel: { page: "settings", section: "widget" },
  people: { page: "settings", section: "people" },
};

export function FirstSteps() {
  const { live, words: deskWords } = useDesk();
  const { api, words: { start, sections } } = useRoom();
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const look = (): void => void api.steps().then(setSteps, setProblem);
    look();
    return live.listen(look);
  }, [api, live]);
  const next = steps?.find((step) => !step.done && !step.optional);
  return (
    <div class="settings-form">
      <h2>{sections.start}</h2>
      <p class="muted">{start.hint}</p>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, deskWords)}</p>}
      {steps && !next && <p class="banner good" role="status">{start.all}</p>}
      <ol class="steps">
        {steps?.map((step) => <StepRow key={step.name} step={step} next={step === next} />)}
      </ol>
    </div>
  );
}

function StepRow({ step, next }: { readonly step: Step; readonly next: boolean }) {
  const { words: { start } } = useRoom();
  const { title, hint, go } = start.steps[step.name];
  const look = next ? "button primary" : "button";
  return (
    <li class={step.done ? "done" : next ? "next" : ""}>
      <div>
        <h3>{title} {step.done ? <span class="tag good">{start.done}</span> : step.optional && <span class="tag faded">{start.optional}</span>}</h3>
        {!step.done && <p class="muted">{hint}</p>}
      </div>
      {step.name === "first_answer" ? (
        <a class={look} href="/" target="_blank" rel="noopener">{go}</a>
      ) : (
        <Link to={DONE_AT[step.name]} class={look}>{go}</Link>
      )}
    </li>
  );
}
