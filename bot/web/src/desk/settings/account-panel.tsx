/* One's own password. */

import { useState } from "preact/hooks";
import { ApiProblem } from "../api/client";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { sentenceFor } from "../problem";
import { useRoom } from "./room";

export function AccountPanel() {
  const { user, words: deskWords } = useDesk();
  const { api, words: { account, sections, roles } } = useRoom();
  const [before, setBefore] = useState("");
  const [after, setAfter] = useState("");
  const [outcome, setOutcome] = useState<{ readonly done: boolean; readonly says: string } | null>(null);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    try {
      await api.changeOwnPassword(before, after);
      setBefore("");
      setAfter("");
      setOutcome({ done: true, says: account.changed });
    } catch (error) {
      const wrong = error instanceof ApiProblem && error.fields.some(({ field }) => field === "before");
      setOutcome({ done: false, says: wrong ? account.wrong : sentenceFor(error, deskWords) });
    }
  };
  const role = user.value?.role;
  return (
    <form class="settings-form narrow" onSubmit={(event) => void submit(event)}>
      <h2>{sections.account}</h2>
      <p><strong dir="auto">{user.value?.name}</strong> · <span class="muted">{user.value?.email}</span> {role && <span class="tag">{roles[role as keyof typeof roles]}</span>}</p>
      <p class="muted">{account.hint}</p>
      <Field label={account.before} error={null}>
        {(attributes) => <input {...attributes} type="password" autocomplete="current-password" required value={before} onInput={(event) => setBefore(event.currentTarget.value)} />}
      </Field>
      <Field label={account.after} hint={account.afterHint} error={null}>
        {(attributes) => <input {...attributes} type="password" autocomplete="new-password" required minLength={10} value={after} onInput={(event) => setAfter(event.currentTarget.value)} />}
      </Field>
      <div role="status">{outcome && <p class={outcome.done ? "saved" : "error"}>{outcome.says}</p>}</div>
      <div><button type="submit" class="primary">{account.change}</button></div>
    </form>
  );
}
