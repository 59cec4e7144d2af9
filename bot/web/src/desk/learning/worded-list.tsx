/* What colleagues wrote that a reply should have been: each may become the draft of an answer. */

import { moment } from "../../language/dates";
import type { Candidate, Worded } from "../api/records/learning";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { mayEdit } from "../parts/may-edit";
import type { OpenLearning } from "./open-learning";

interface Properties {
  readonly learning: OpenLearning;
  readonly candidate: Candidate;
}

export function WordedList({ learning, candidate }: Properties) {
  const { words: { learning: said }, locale, router, user } = useDesk();
  const take = async (worded: Worded): Promise<void> => {
    const template = await learning.draft(candidate.id, worded);
    if (template !== null) router.go({ page: "templates", template });
  };
  return (
    <>
      {candidate.worded.map((worded) => (
        <div class="worded" key={`${worded.conversation} ${worded.seq}`}>
          <p class="small muted">
            {said.worded(worded.by ?? "", moment(worded.at, locale))}{" "}
            {candidate.messages.length > 1 && <Link to={{ page: "inbox", queue: "closed", conversation: worded.conversation }}>{said.conversation}</Link>}
          </p>
          <blockquote class="quoted" dir="auto">{worded.text}</blockquote>
          {mayEdit(user.value) && (
            <button type="button" disabled={learning.busy.value} onClick={() => void take(worded)}>{said.draft}</button>
          )}
        </div>
      ))}
    </>
  );
}
