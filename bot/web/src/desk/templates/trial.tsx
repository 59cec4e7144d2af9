/* The try-it box: a customer's message in, what the bot would do and why out. */

import { useState } from "preact/hooks";
import { MessageText } from "../../markup/message-text";
import type { Trial as TrialRecord } from "../api/records/templates";
import { CHANNELS, type Channel } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { Candidates } from "../parts/candidates";
import { Passages } from "../parts/passages";
import { sentenceFor } from "../problem";

export function Trial() {
  const { words, templates } = useDesk();
  const [text, setText] = useState("");
  const [channel, setChannel] = useState<Channel | null>(null);
  const [trial, setTrial] = useState<TrialRecord | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setTrial(await templates.try(text.trim(), channel));
    } catch (error) {
      setProblem(sentenceFor(error, words));
    } finally {
      setBusy(false);
    }
  };
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void submit();
  };
  return (
    <aside class="trial" aria-label={words.trial.title}>
      <h2>{words.trial.title}</h2>
      <p class="small muted">{words.trial.hint}</p>
      <form onSubmit={(event) => (event.preventDefault(), void submit())}>
        <textarea rows={3} dir="auto" aria-label={words.trial.message} placeholder={words.trial.message} value={text} onKeyDown={keyed} onInput={(event) => setText(event.currentTarget.value)} />
        <label class="small">
          {words.answers.previewOn}{" "}
          <select value={channel ?? ""} onChange={({ currentTarget }) => setChannel(CHANNELS.find((each) => each === currentTarget.value) ?? null)}>
            <option value="">{words.answers.nowhere}</option>
            {CHANNELS.map((each) => (
              <option key={each} value={each}>{words.answers.channels[each]}</option>
            ))}
          </select>
        </label>
        <button type="submit" class="primary" disabled={busy || text.trim() === ""}>{words.trial.submit}</button>
      </form>
      {problem && <p class="banner bad" role="alert">{problem}</p>}
      <div aria-live="polite">{trial && <TrialResult trial={trial} />}</div>
    </aside>
  );
}

function TrialResult({ trial }: { readonly trial: TrialRecord }) {
  const { words } = useDesk();
  return (
    <>
      <section class="decision">
        <strong>{words.reasons.kinds[trial.kind]}</strong>
        {trial.because.length > 0 && (
          <ul class="because">
            {trial.because.map((sentence, index) => (
              <li key={index} dir="auto">{sentence}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{words.trial.reply}</h3>
        {trial.reply ? (
          <div class="bubble">
            <MessageText text={trial.reply} html={trial.html} />
          </div>
        ) : (
          <p class="muted">{words.trial.noReply}</p>
        )}
        {trial.buttons.length > 0 && <p class="small muted" dir="auto">{words.answers.offers}: {trial.buttons.join(words.editor.listSeparator)}</p>}
        {trial.files.length > 0 && <p class="small muted" dir="auto">{words.answers.encloses}: {trial.files.join(words.editor.listSeparator)}</p>}
      </section>
      <section>
        <h3>{words.reasons.candidates}</h3>
        <Candidates candidates={trial.templates} threshold={trial.threshold} />
      </section>
      {trial.passages.length > 0 && (
        <section>
          <h3>{words.reasons.passages}</h3>
          <Passages passages={trial.passages} />
        </section>
      )}
    </>
  );
}
