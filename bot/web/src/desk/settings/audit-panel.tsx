/* Who changed what, the latest first; each entry opens to what it was and what it became. */

import { useEffect, useState } from "preact/hooks";
import { moment } from "../../language/dates";
import type { AuditEntry } from "../api/records/settings";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { differences } from "./differences";
import { useRoom } from "./room";

const PAGE = 50;
/** Acts whose subject is a conversation. */
const IN_CONVERSATION: ReadonlySet<string> = new Set(["reply.corrected", "answer.drafted", "customer.banned", "customer.unbanned"]);

export function AuditPanel() {
  const { words: deskWords } = useDesk();
  const { api, words: { audit, sections } } = useRoom();
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null);
  const [more, setMore] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const read = (before: number | null): void => {
    api.audit(before).then((found) => {
      setEntries((shown) => (before === null ? found : [...(shown ?? []), ...found]));
      setMore(found.length === PAGE);
    }, setProblem);
  };
  useEffect(() => read(null), [api]);
  return (
    <div class="settings-form">
      <h2>{sections.audit}</h2>
      <p class="muted">{audit.hint}</p>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, deskWords)}</p>}
      {entries?.length === 0 && <p class="muted">{audit.none}</p>}
      <ul class="audit">{entries?.map((entry) => <Entry key={entry.id} entry={entry} />)}</ul>
      {more && <div><button type="button" onClick={() => read(entries?.at(-1)?.id ?? null)}>{audit.more}</button></div>}
    </div>
  );
}

function Entry({ entry }: { readonly entry: AuditEntry }) {
  const { locale, words: { learning } } = useDesk();
  const { words: { audit, sections } } = useRoom();
  const changes = differences(entry.before, entry.after);
  const subject = sections[entry.subject as keyof typeof sections] ?? entry.subject;
  const inConversation = IN_CONVERSATION.has(entry.act);
  const where = inConversation && <Link class="small" to={{ page: "inbox", queue: "closed", conversation: subject }}>{learning.conversation}</Link>;
  const said = (
    <>
      <time class="muted tabular">{moment(entry.at, locale)}</time>{" "}
      <strong dir="auto">{entry.user === null ? audit.terminal : entry.name}</strong> {audit.acts[entry.act] ?? entry.act}
      {subject && !inConversation && <>: <span dir="auto">{subject}</span></>}
    </>
  );
  if (changes.length === 0) return <li class="entry">{said} {where}</li>;
  return (
    <li class="entry">
      <details>
        <summary>{said}</summary>
        <dl>
          {changes.map(({ place, before, after }) => (
            <div key={place}>
              <dt dir="ltr">{place}</dt>
              <dd dir="auto">
                {before === null ? <span class="muted">{audit.nothing}</span> : <del title={audit.before}>{before}</del>}
                {" → "}
                {after === null ? <span class="muted">{audit.nothing}</span> : <ins title={audit.after}>{after}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {where}
    </li>
  );
}
