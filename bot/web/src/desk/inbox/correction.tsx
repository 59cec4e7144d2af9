/* "The bot was wrong": the likeliest right answers, any other one, a person, or words that an editor reads first. */

import { useEffect, useState } from "preact/hooks";
import type { DeskMessage } from "../api/records/inbox";
import type { Right } from "../api/records/learning";
import type { Template } from "../api/records/templates";
import { useDesk } from "../desk";
import { mayEdit } from "../parts/may-edit";
import { sentenceFor } from "../problem";
import { NEW_TEMPLATE } from "../router";
import { draftFrom } from "../templates/template-draft";

const LIKELY = 3;
/** As many characters as the server takes of a message. */
const LONGEST = 8_000;

interface Properties {
  readonly conversation: string;
  readonly message: DeskMessage;
  /** What the customer wrote that the message replies to. */
  readonly asked: string;
}

export function Correction({ conversation, message, asked }: Properties) {
  const { words, learning } = useDesk();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<string | null>(null);
  const correct = async (right: Right): Promise<void> => {
    try {
      await learning.correct(conversation, message.seq, right);
      setOutcome("words" in right ? words.correction.awaited : words.correction.thanks);
      setOpen(false);
    } catch (error) {
      setOutcome(sentenceFor(error, words));
      if (!("words" in right)) setOpen(false);
    }
  };
  return (
    <>
      <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>{words.correction.wrong}</button>
      {outcome !== null && <span class="small muted" role="status">{outcome}</span>}
      {open && <Choices message={message} asked={asked} onChoose={(right) => void correct(right)} />}
    </>
  );
}

interface ChoicesProps {
  readonly message: DeskMessage;
  readonly asked: string;
  readonly onChoose: (right: Right) => void;
}

function Choices({ message, asked, onChoose }: ChoicesProps) {
  const desk = useDesk();
  const { words, templates, user } = desk;
  const write = (): void => {
    desk.begun = draftFrom(asked, null);
    desk.router.go({ page: "templates", template: NEW_TEMPLATE });
  };
  const [all, setAll] = useState<readonly Template[]>([]);
  useEffect(() => {
    void templates.list().then((found) => setAll(found.filter(({ state }) => state === "live")), () => setAll([]));
  }, [templates]);
  const said = message.reasons?.template?.id;
  const likely = (message.reasons?.candidates ?? []).filter(({ template }) => template !== said).slice(0, LIKELY);
  const shown = new Set([said, ...likely.map(({ template }) => template)]);
  return (
    <span class="correction" role="group" aria-label={words.correction.should}>
      <span class="small muted">{words.correction.should}</span>
      {likely.map(({ template, title }) => (
        <button type="button" key={template} onClick={() => onChoose({ template })}>{title}</button>
      ))}
      <select aria-label={words.correction.other} value="" onChange={(event) => onChoose({ template: event.currentTarget.value })}>
        <option value="">{words.correction.other}</option>
        {all.filter(({ id }) => !shown.has(id)).map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
      </select>
      <button type="button" class="quiet" onClick={() => onChoose({ person: true })}>{words.correction.person}</button>
      {mayEdit(user.value) && <button type="button" class="quiet" onClick={write}>{words.agent.writeAnswer}</button>}
      <OwnWords onSay={(said) => onChoose({ words: said })} />
    </span>
  );
}

/** Words of one's own, for review: nothing here goes to the customer. */
function OwnWords({ onSay }: { readonly onSay: (said: string) => void }) {
  const { words: { correction } } = useDesk();
  const [said, setSaid] = useState("");
  const empty = said.trim() === "";
  const say = (): void => {
    if (!empty) onSay(said.trim());
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    say();
  };
  return (
    <span class="own-words">
      <textarea
        rows={2} dir="auto" maxLength={LONGEST} aria-label={correction.ownWords} placeholder={correction.ownWords} value={said}
        onKeyDown={keyed} onInput={(event) => setSaid(event.currentTarget.value)}
      />
      <button type="button" disabled={empty} title={correction.awaitsReview} onClick={say}>{correction.forReview}</button>
      <span class="small muted">{correction.awaitsReview}</span>
    </span>
  );
}
