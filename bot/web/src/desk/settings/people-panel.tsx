/* The team: who there is, adding somebody, and the password that is told once. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { duration } from "../../language/dates";
import type { PeoplePage, Person, ToldOnce } from "../api/records/settings";
import { useDesk } from "../desk";
import { sentenceFor } from "../problem";
import { CopyBox } from "./copy-box";
import { PersonAdding } from "./person-adding";
import { PersonEditor } from "./person-editor";
import { useRoom } from "./room";

export function PeoplePanel() {
  const { words: deskWords } = useDesk();
  const { api, words: { people, sections } } = useRoom();
  const [page, setPage] = useState<PeoplePage | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [told, setTold] = useState<ToldOnce | null>(null);
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const refresh = useMemo(() => () => void api.people().then((found) => (setPage(found), setProblem(null)), setProblem), [api]);
  useEffect(refresh, [refresh]);
  const tell = (made: ToldOnce): void => {
    setTold(made);
    setAdding(false);
    refresh();
  };
  const done = (): void => {
    setEdited(null);
    refresh();
  };
  return (
    <div class="settings-form">
      <header class="part-head">
        <h2>{sections.people}</h2>
        {page && <span class="muted">{people.count(page.people.filter((person) => person.active).length)}</span>}
        {!adding && <button type="button" class="primary" onClick={() => setAdding(true)}>{people.add}</button>}
      </header>
      <p class="muted">{people.hint}</p>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, deskWords)}</p>}
      {told && (
        <div class="told" role="status">
          <p>{people.told(told.person.name)}</p>
          <CopyBox label={deskWords.signIn.password} text={told.password} />
        </div>
      )}
      {adding && <PersonAdding onMade={tell} onCancel={() => setAdding(false)} />}
      <ul class="team">
        {page?.people.map((person) => (
          <li key={person.id} class={person.active ? "" : "inactive"}>
            {edited === person.id ? (
              <PersonEditor person={person} queues={page.queues} onDone={done} onTold={tell} />
            ) : (
              <PersonRow person={person} onEdit={() => setEdited(person.id)} />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PersonRow({ person, onEdit }: { readonly person: Person; readonly onEdit: () => void }) {
  const { user, locale } = useDesk();
  const { words: { people, roles } } = useRoom();
  const seen = person.seen_at === null ? people.never : people.seen(duration(person.seen_at, locale));
  return (
    <button type="button" class="person" onClick={onEdit}>
      <span class="hidden">{people.edit(person.name)}</span>
      <span class="person-who">
        <strong dir="auto">{person.name}</strong> {person.id === user.value?.id && <span class="tag faded">{people.you}</span>}
        <span class="small muted">{person.email}{person.in_telegram ? ` · ${people.telegram}` : ""}</span>
      </span>
      <span class="small muted person-seen">{person.queues.length > 0 ? person.queues.join(", ") : ""} {person.active ? seen : ""}</span>
      {person.active ? <span class="tag">{roles[person.role]}</span> : <span class="tag warn">{people.inactive}</span>}
    </button>
  );
}
