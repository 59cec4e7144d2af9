/* Templates ranked by the probability of being right, each with what speaks for it. */

import type { TemplateMatch } from "../api/records/reasons";
import { useDesk } from "../desk";
import { Link } from "./link";
import { ProbabilityBar } from "./probability-bar";

interface Props {
  readonly candidates: readonly (TemplateMatch & { readonly id: string })[];
  readonly threshold: number | null;
}

export function Candidates({ candidates, threshold }: Props) {
  const { words } = useDesk();
  if (candidates.length === 0) return <p class="muted">{words.reasons.noCandidates}</p>;
  return (
    <ol class="candidates">
      {candidates.map((candidate) => (
        <li key={candidate.id}>
          <Link to={{ page: "templates", template: candidate.id }} class="bare">
            <ProbabilityBar label={candidate.title} value={candidate.probability} threshold={threshold} />
          </Link>
          <Why match={candidate} />
        </li>
      ))}
    </ol>
  );
}

function Why({ match }: { readonly match: TemplateMatch }) {
  const { reasons } = useDesk().words;
  const parts = [reasons.similarity(match.similarity), reasons.fuzzy(match.fuzzy)];
  if (match.intent_probability !== null) parts.push(reasons.intent(match.intent_probability));
  return (
    <p class="small muted">
      {parts.join(" · ")}
      {match.example && (
        <>
          <br />
          <span dir="auto">{reasons.example(match.example)}</span>
        </>
      )}
    </p>
  );
}
