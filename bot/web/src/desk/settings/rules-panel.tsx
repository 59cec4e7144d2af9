/* What goes to people, and where it waits there. */

import { useState } from "preact/hooks";
import { PRIORITIES, type HandOff, type Priority, type QueueRule } from "../api/records/settings";
import type { Intent } from "../api/records/templates";
import { BinIcon } from "../parts/icons";
import { IntentList, useIntents } from "./intent-list";
import { LineList } from "./line-list";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";

type Queues = Readonly<Record<string, QueueRule>>;
const USUAL_SENTIMENT = -0.5;

export function RulesPanel() {
  const { words: { rules } } = useRoom();
  const intents = useIntents();
  const unfinished = ({ queues }: { readonly queues: Queues }): string | null => {
    const empty = Object.entries(queues).find(([, rule]) => rule.intents.length === 0);
    return empty ? rules.needsIntent(empty[0]) : null;
  };
  return (
    <SectionEditor name="rules" hint={rules.hint} problem={unfinished}>
      {({ draft: { handoff, queues }, change, wrong }) => (
        <>
          <HandOffRules handoff={handoff} intents={intents} wrong={wrong} onChange={(changed) => change({ handoff: { ...handoff, ...changed } })} />
          <QueueRules queues={queues} intents={intents} onChange={(changed) => change({ queues: changed })} />
        </>
      )}
    </SectionEditor>
  );
}

interface HandOffProps {
  readonly handoff: HandOff;
  readonly intents: readonly Intent[];
  readonly wrong: string | null;
  readonly onChange: (changed: Partial<HandOff>) => void;
}

function HandOffRules({ handoff, intents, wrong, onChange }: HandOffProps) {
  const { words: { rules } } = useRoom();
  return (
    <>
      <IntentList label={rules.intents} hint={rules.intentsHint} chosen={handoff.intents} intents={intents} onChange={(chosen) => onChange({ intents: chosen })} />
      <div class="pair">
        <LineList label={rules.words} hint={rules.wordsHint} rows={6} entries={handoff.words} wrong={wrong?.startsWith("handoff.words") ?? false} onChange={(words) => onChange({ words })} />
        <LineList label={rules.examples} hint={rules.examplesHint} rows={6} entries={handoff.examples} onChange={(examples) => onChange({ examples })} />
      </div>
      <LineList label={rules.customers} hint={rules.customersHint} rows={2} entries={handoff.customers} onChange={(customers) => onChange({ customers })} />
      <Emergencies on={handoff.emergencies} onChange={(emergencies) => onChange({ emergencies })} />
      <Mood value={handoff.sentiment} onChange={(sentiment) => onChange({ sentiment })} />
    </>
  );
}

function Emergencies({ on, onChange }: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const { words: { rules } } = useRoom();
  return (
    <fieldset class="field">
      <legend>{rules.emergencies}</legend>
      <label class="switch">
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} /> {rules.emergenciesOn}
      </label>
      <p class="small muted">{rules.emergenciesHint}</p>
    </fieldset>
  );
}

function Mood({ value, onChange }: { readonly value: number | null; readonly onChange: (value: number | null) => void }) {
  const { words: { rules } } = useRoom();
  return (
    <fieldset class="field">
      <legend>{rules.sentiment}</legend>
      <label class="switch">
        <input type="checkbox" checked={value !== null} onChange={(event) => onChange(event.currentTarget.checked ? USUAL_SENTIMENT : null)} /> {rules.sentimentOn}
      </label>
      {value !== null && (
        <label class="range">
          <input type="range" min={-1} max={0} step={0.05} value={value} aria-label={rules.sentiment} aria-valuetext={rules.sentimentValue(value)} onInput={(event) => onChange(event.currentTarget.valueAsNumber)} />
          <span class="muted">{rules.sentimentValue(value)} ({value})</span>
        </label>
      )}
    </fieldset>
  );
}

interface QueueProps {
  readonly queues: Queues;
  readonly intents: readonly Intent[];
  readonly onChange: (queues: Queues) => void;
}

function QueueRules({ queues, intents, onChange }: QueueProps) {
  const { words: { rules } } = useRoom();
  const [name, setName] = useState("");
  const taken = name.trim() in queues;
  const add = (): void => {
    onChange({ ...queues, [name.trim()]: { intents: [], priority: "normal" } });
    setName("");
  };
  const remove = (queue: string): void => {
    if (!window.confirm(rules.removeQueueQuestion(queue))) return;
    const { [queue]: _, ...others } = queues;
    onChange(others);
  };
  return (
    <section class="queues-rules" aria-label={rules.queues}>
      <h3>{rules.queues}</h3>
      <p class="small muted">{rules.queuesHint}</p>
      {Object.entries(queues).map(([queue, rule]) => (
        <div key={queue} class="queue-rule">
          <strong dir="auto">{queue}</strong>
          <label class="range">
            <span class="small muted">{rules.priority}</span>
            <select aria-label={`${rules.priority}: ${queue}`} value={rule.priority} onChange={(event) => onChange({ ...queues, [queue]: { ...rule, priority: event.currentTarget.value as Priority } })}>
              {PRIORITIES.map((each) => <option key={each} value={each}>{rules.priorities[each]}</option>)}
            </select>
          </label>
          <button type="button" class="quiet icon-only" aria-label={rules.removeQueue(queue)} onClick={() => remove(queue)}><BinIcon /></button>
          <IntentList label={rules.queueIntents(queue)} chosen={rule.intents} intents={intents} onChange={(chosen) => onChange({ ...queues, [queue]: { ...rule, intents: chosen } })} />
        </div>
      ))}
      <div class="choices">
        <input class="short" maxLength={60} aria-label={rules.queueName} placeholder={rules.queueName} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        <button type="button" disabled={name.trim() === "" || taken} onClick={add}>{rules.addQueue}</button>
        {taken && <span class="error">{rules.nameTaken}</span>}
      </div>
    </section>
  );
}
