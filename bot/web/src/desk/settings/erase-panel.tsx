/* Forgetting one customer: first what would go, then, asked once more, its going. */

import { useState } from "preact/hooks";
import type { Erased } from "../api/records/settings";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { sentenceFor } from "../problem";
import type { SettingsWords } from "../words/settings-en";
import { useRoom } from "./room";

export function ErasePanel() {
  const { words: deskWords } = useDesk();
  const { api, words: { privacy } } = useRoom();
  const [customer, setCustomer] = useState("");
  const [found, setFound] = useState<{ readonly erased: Erased; readonly gone: boolean } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const perform = (call: Promise<Erased>, gone: boolean): void => {
    setProblem(null);
    call.then((erased) => setFound({ erased, gone }), setProblem);
  };
  const look = (event: Event): void => {
    event.preventDefault();
    perform(api.whatWouldGo(customer), false);
  };
  const erase = (): void => {
    if (window.confirm(privacy.eraseQuestion(customer.trim()))) perform(api.erase(customer), true);
  };
  const type = (typed: string): void => {
    setCustomer(typed);
    setFound(null);
  };
  return (
    <form class="settings-form erase" onSubmit={look}>
      <h2>{privacy.erase}</h2>
      <Field label={privacy.customer} hint={privacy.eraseHint} error={problem === null ? null : sentenceFor(problem, deskWords)}>
        {(attributes) => <input {...attributes} dir="auto" maxLength={300} value={customer} onInput={(event) => type(event.currentTarget.value)} />}
      </Field>
      <div><button type="submit" disabled={customer.trim() === ""}>{privacy.look}</button></div>
      <div role="status" class="outcome">
        {found && <p class={found.gone ? "saved" : "banner warn"}>{sentence(found.erased, found.gone, privacy)}</p>}
        {found?.gone && found.erased.models_to_retrain.length > 0 && <p>{privacy.retrain(found.erased.models_to_retrain.join(", "))}</p>}
      </div>
      {found && !found.gone && <div><button type="button" class="danger" onClick={erase}>{privacy.eraseNow}</button></div>}
    </form>
  );
}

function sentence(erased: Erased, gone: boolean, words: SettingsWords["privacy"]): string {
  const parts = [
    erased.conversations > 0 ? words.conversations(erased.conversations) : "",
    erased.messages > 0 ? words.messages(erased.messages) : "",
    erased.attachments > 0 ? words.files(erased.attachments) : "",
    erased.transcripts > 0 ? words.transcripts(erased.transcripts) : "",
    erased.pairs > 0 ? words.pairs(erased.pairs) : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return words.nothing;
  return gone ? words.gone(parts.join(", ")) : words.wouldGo(parts.join(", "));
}
