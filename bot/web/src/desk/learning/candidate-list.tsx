/* Questions from live conversations, the one that most people asked first, each with its decisions. */

import { EVIDENCE, type Candidate, type CandidatePage } from "../api/records/learning";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { NEW_TEMPLATE } from "../router";
import { draftFrom } from "../templates/template-draft";
import type { OpenLearning } from "./open-learning";
import type { OpenReview } from "./open-review";
import { WordedList } from "./worded-list";

interface Properties {
  readonly learning: OpenLearning;
  readonly open: OpenReview;
  readonly page: CandidatePage;
}

export function CandidateList({ learning, open, page }: Properties) {
  const { words, user } = useDesk();
  const role = user.value?.role;
  const decides = role === "lead" || role === "admin";
  return (
    <section>
      <h2>{words.learning.candidates}</h2>
      <p class="small muted">{words.learning.candidatesHint}</p>
      {decides && page.safe > 0 && (
        <button type="button" disabled={learning.busy.value} onClick={() => void learning.acceptSafe()}>
          {words.learning.acceptSafe(page.safe)}
        </button>
      )}
      {page.candidates.length === 0 && <p class="muted">{words.review.empty}</p>}
      <ul>
        {page.candidates.map((candidate) => (
          <li key={candidate.id}>
            <CandidateLine candidate={candidate} open={open} />
            <WordedList learning={learning} candidate={candidate} />
            {decides && <Decisions learning={learning} open={open} candidate={candidate} />}
          </li>
        ))}
      </ul>
      {page.waiting > page.candidates.length && <p class="small muted">{words.review.more(page.waiting - page.candidates.length)}</p>}
    </section>
  );
}

function CandidateLine({ candidate, open }: { readonly candidate: Candidate; readonly open: OpenReview }) {
  const { words } = useDesk();
  const [latest] = candidate.messages.slice(-1);
  return (
    <>
      <span dir="auto">{candidate.text}</span>
      <p class="tags small">
        <span class="tag">{words.learning.people(candidate.people)}</span>
        {EVIDENCE.map((kind) => {
          const count = candidate.kinds[kind];
          if (!count) return null;
          const tone = kind === "thumbs_down" ? "tag bad" : "tag";
          return <span class={tone} key={kind}>{words.learning.evidence[kind]}{count > 1 && ` ${count}`}</span>;
        })}
        {latest && (
          <Link to={{ page: "inbox", queue: "closed", conversation: latest.conversation }}>{words.learning.conversation}</Link>
        )}
      </p>
      {candidate.answer !== null && <blockquote class="quoted" dir="auto">{candidate.answer}</blockquote>}
      {candidate.against.length > 0 && (
        <p class="small muted">{words.learning.against(candidate.against.map((id) => open.templateOf(id)).join(", "))}</p>
      )}
    </>
  );
}

interface DecisionProperties {
  readonly learning: OpenLearning;
  readonly open: OpenReview;
  readonly candidate: Candidate;
}

function Decisions({ learning, open, candidate }: DecisionProperties) {
  const desk = useDesk();
  const { words, router } = desk;
  const write = (): void => {
    desk.begun = draftFrom(candidate.text, candidate.answer);
    router.go({ page: "templates", template: NEW_TEMPLATE });
  };
  const disabled = learning.busy.value;
  const proposed = [...new Set(candidate.proposals.map(({ intent }) => intent).filter((intent) => intent !== null))];
  const others = open.review.value?.intents.filter(({ id }) => !proposed.includes(id)) ?? [];
  return (
    <div class="choices">
      {proposed.map((intent) => (
        <button type="button" key={intent} disabled={disabled} onClick={() => void learning.accept(candidate.id, intent)}>
          {words.learning.accept(open.nameOf(intent))}
        </button>
      ))}
      <select aria-label={words.review.other} disabled={disabled} value="" onChange={(event) => void learning.accept(candidate.id, event.currentTarget.value)}>
        <option value="">{proposed.length > 0 ? words.review.other : words.learning.choose}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>{name}</option>
        ))}
      </select>
      <button type="button" class="quiet" disabled={disabled} onClick={write}>{words.learning.write}</button>
      <button type="button" class="quiet" disabled={disabled} onClick={() => void learning.reject(candidate.id)}>{words.learning.reject}</button>
    </div>
  );
}
