/* Why the bot said what it said: the decision, what it weighed, and what it rests on. */

import type { Reasons } from "../api/records/reasons";
import { useDesk } from "../desk";
import { Candidates } from "../parts/candidates";
import { Link } from "../parts/link";
import { Passages } from "../parts/passages";
import { ProbabilityBar } from "../parts/probability-bar";
import { MessageExplanation } from "./message-explanation";

interface Props {
  readonly reasons: Reasons;
  /** What the customer wrote that this replies to; empty where it was no text. */
  readonly asked: string;
}

export function Explanation({ reasons, asked }: Props) {
  const { words } = useDesk();
  const { template, intents, candidates, passages, threshold, rule, release, because } = reasons;
  return (
    <>
      <Decision reasons={reasons} />
      {because.length > 0 && (
        <section>
          <h3>{words.reasons.because}</h3>
          <ul class="because">
            {because.map((sentence, index) => (
              <li key={index} dir="auto">{sentence}</li>
            ))}
          </ul>
          {rule && <p class="small muted">{words.reasons.rule(rule)}</p>}
        </section>
      )}
      {template && (
        <section>
          <h3>{words.reasons.template}</h3>
          <p>
            <Link to={{ page: "templates", template: template.id }}>{template.title}</Link>{" "}
            <span class="muted">{words.reasons.version(template.version)}</span>
          </p>
        </section>
      )}
      {candidates.length > 0 && (
        <section>
          <h3>{words.reasons.candidates}</h3>
          <Candidates candidates={candidates.map((candidate) => ({ ...candidate, id: candidate.template }))} threshold={threshold} />
        </section>
      )}
      {intents.length > 0 && (
        <section>
          <h3>{words.reasons.intents}</h3>
          {intents.map(({ intent, probability }, index) => (
            <ProbabilityBar key={intent} label={intent} value={probability} strong={index === 0} />
          ))}
        </section>
      )}
      {asked !== "" && <MessageExplanation text={asked} />}
      {passages.length > 0 && (
        <section>
          <h3>{words.reasons.passages}</h3>
          <Passages passages={passages} />
        </section>
      )}
      {release && <p class="small muted">{words.reasons.release(release)}</p>}
    </>
  );
}

function Decision({ reasons }: { readonly reasons: Reasons }) {
  const { words } = useDesk();
  const { kind, probability, threshold } = reasons;
  return (
    <section class="decision">
      <strong>{words.reasons.kinds[kind]}</strong>
      {probability !== null && (
        <ProbabilityBar label={words.reasons.probability} value={probability} threshold={threshold} />
      )}
      {threshold !== null && probability !== null && <p class="small muted">{words.reasons.threshold(threshold)}</p>}
    </section>
  );
}
