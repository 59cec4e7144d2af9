/* What a drafted answer rests on: conversations, agents, dates, and what must be looked up in it. */

import { dayName } from "../../language/dates";
import type { Evidence } from "../api/records/templates";
import { useDesk } from "../desk";

export function EvidencePanel({ evidence }: { readonly evidence: Evidence }) {
  const { words, locale } = useDesk();
  const { conversations, agents = [], first, last, marks = [], covers, topic } = evidence;
  if (conversations === undefined) return null;
  return (
    <dl class="evidence small">
      <dt>{words.evidence.from}</dt>
      <dd>
        {words.evidence.conversations(conversations, covers ?? conversations)}
        {first && last && <>, {words.evidence.between(dayName(first, locale), dayName(last, locale))}</>}
      </dd>
      {topic && (
        <>
          <dt>{words.evidence.topic}</dt>
          <dd dir="auto">{topic}</dd>
        </>
      )}
      {agents.length > 0 && (
        <>
          <dt>{words.evidence.agents}</dt>
          <dd dir="auto">{agents.join(", ")}</dd>
        </>
      )}
      {marks.length > 0 && (
        <>
          <dt>{words.evidence.marks}</dt>
          <dd>{marks.map((mark) => <mark key={mark} dir="auto">{mark}</mark>)}</dd>
        </>
      )}
    </dl>
  );
}
