/* One of the team: name, role, queues, how much at once; a new password; letting go and back in. */

import { useState } from "preact/hooks";
import { ROLES, type Person, type PersonChange, type Role, type ToldOnce } from "../api/records/settings";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { sentenceFor } from "../problem";
import { useRoom } from "./room";

interface Props {
  readonly person: Person;
  readonly queues: readonly string[];
  readonly onDone: () => void;
  readonly onTold: (told: ToldOnce) => void;
}

export function PersonEditor({ person, queues, onDone, onTold }: Props) {
  const { user, words: deskWords } = useDesk();
  const { api, words } = useRoom();
  const { people, roles } = words;
  const { name, role, active, capacity } = person;
  const [draft, setDraft] = useState<PersonChange>({ name, role, active, queues: person.queues, capacity });
  const [problem, setProblem] = useState<unknown>(null);
  const change = (changed: Partial<PersonChange>): void => setDraft({ ...draft, ...changed });
  const store = (wanted: PersonChange): void => void api.change(person.id, wanted).then(onDone, setProblem);
  const submit = (event: Event): void => {
    event.preventDefault();
    store(draft);
  };
  const reset = (): void => {
    if (!window.confirm(people.resetQuestion(name))) return;
    api.newPassword(person.id).then((told) => (onTold(told), onDone()), setProblem);
  };
  const letGo = (): void => {
    if (window.confirm(people.deactivateQuestion(name))) store({ ...draft, active: false });
  };
  return (
    <form class="card-form" aria-label={people.edit(name)} onSubmit={submit}>
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, deskWords)}</p>}
      <div class="pair">
        <Field label={people.name} hint={people.nameHint} error={null}>
          {(attributes) => <input {...attributes} required maxLength={100} dir="auto" value={draft.name} onInput={(event) => change({ name: event.currentTarget.value })} />}
        </Field>
        <Field label={people.role} error={null}>
          {(attributes) => (
            <select {...attributes} value={draft.role} onChange={(event) => change({ role: event.currentTarget.value as Role })}>
              {ROLES.map((each) => <option key={each} value={each}>{roles[each]}</option>)}
            </select>
          )}
        </Field>
      </div>
      {queues.length > 0 && (
        <fieldset class="field">
          <legend>{people.queues}</legend>
          <div class="checks">
            {queues.map((queue) => (
              <label key={queue} class="switch">
                <input
                  type="checkbox" checked={draft.queues.includes(queue)}
                  onChange={(event) => change({ queues: event.currentTarget.checked ? [...draft.queues, queue] : draft.queues.filter((each) => each !== queue) })}
                /> <span dir="auto">{queue}</span>
              </label>
            ))}
          </div>
          <p class="small muted">{people.allQueues}</p>
        </fieldset>
      )}
      <Field label={people.capacity} error={null}>
        {(attributes) => <input {...attributes} type="number" class="short" required min={1} max={100} value={draft.capacity} onInput={(event) => change({ capacity: event.currentTarget.valueAsNumber })} />}
      </Field>
      <div class="choices">
        <button type="submit" class="primary">{words.save}</button>
        <button type="button" class="quiet" onClick={onDone}>{words.cancel}</button>
        <span class="choices-end">
          {active && <button type="button" onClick={reset}>{people.reset}</button>}
          {active && person.id !== user.value?.id && <button type="button" class="danger" onClick={letGo}>{people.deactivate}</button>}
          {!active && <button type="button" onClick={() => store({ ...draft, active: true })}>{people.activate}</button>}
        </span>
      </div>
    </form>
  );
}
