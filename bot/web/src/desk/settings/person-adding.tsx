/* Somebody new: address, name, role. The password is the server's to make. */

import { useState } from "preact/hooks";
import { ROLES, type Role, type ToldOnce } from "../api/records/settings";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { sentenceFor } from "../problem";
import { useRoom } from "./room";

interface Props {
  readonly onMade: (told: ToldOnce) => void;
  readonly onCancel: () => void;
}

export function PersonAdding({ onMade, onCancel }: Props) {
  const { words: deskWords } = useDesk();
  const { api, words } = useRoom();
  const { people, roles } = words;
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [problem, setProblem] = useState<unknown>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    api.add({ email: email.trim(), ...(name.trim() ? { name: name.trim() } : {}), role }).then(onMade, setProblem);
  };
  return (
    <form class="card-form" aria-label={people.add} onSubmit={submit}>
      <div class="pair">
        <Field label={people.email} error={problem === null ? null : sentenceFor(problem, deskWords)}>
          {(attributes) => <input {...attributes} type="email" required autofocus value={email} onInput={(event) => setEmail(event.currentTarget.value)} />}
        </Field>
        <Field label={people.name} hint={people.nameHint} error={null}>
          {(attributes) => <input {...attributes} maxLength={100} dir="auto" value={name} onInput={(event) => setName(event.currentTarget.value)} />}
        </Field>
      </div>
      <Field label={people.role} error={null}>
        {(attributes) => (
          <select {...attributes} value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {ROLES.map((each) => <option key={each} value={each}>{roles[each]}</option>)}
          </select>
        )}
      </Field>
      <div class="choices">
        <button type="submit" class="primary">{people.create}</button>
        <button type="button" class="quiet" onClick={onCancel}>{words.cancel}</button>
      </div>
    </form>
  );
}
