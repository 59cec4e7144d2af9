/* How long what is kept, and forgetting a customer. */

import type { PrivacyValues } from "../api/records/settings";
import { Field } from "../parts/field";
import { ErasePanel } from "./erase-panel";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";

const USUAL_DAYS = 365;

export function PrivacyPanel() {
  const { words: { privacy } } = useRoom();
  return (
    <>
      <SectionEditor name="privacy" hint={privacy.hint} problem={(draft) => (isUsable(draft) ? null : privacy.days)}>
        {({ draft, change }) => (
          <>
            <Retention days={draft.retention.conversation_days} onChange={(conversation_days) => change({ retention: { conversation_days } })} />
            <label class="switch">
              <input type="checkbox" checked={draft.recommendations.enabled} onChange={(event) => change({ recommendations: { ...draft.recommendations, enabled: event.currentTarget.checked } })} /> {privacy.suggestions}
            </label>
            <Field label={privacy.behaviour} error={null}>
              {(attributes) => (
                <input
                  {...attributes} type="number" class="short" required min={1} max={3650} value={draft.recommendations.keep_days}
                  onInput={(event) => change({ recommendations: { ...draft.recommendations, keep_days: event.currentTarget.valueAsNumber } })}
                />
              )}
            </Field>
            <div class="field">
              <label class="switch">
                <input type="checkbox" checked={draft.keep_originals} onChange={(event) => change({ keep_originals: event.currentTarget.checked })} /> {privacy.originals}
              </label>
              <p class="small muted">{privacy.originalsHint}</p>
            </div>
          </>
        )}
      </SectionEditor>
      <ErasePanel />
    </>
  );
}

function isUsable({ retention: { conversation_days: days }, recommendations }: PrivacyValues): boolean {
  return (days === null || Number.isInteger(days)) && Number.isInteger(recommendations.keep_days);
}

function Retention({ days, onChange }: { readonly days: number | null; readonly onChange: (days: number | null) => void }) {
  const { words: { privacy } } = useRoom();
  return (
    <fieldset class="field">
      <legend>{privacy.keepFor}</legend>
      <label class="switch">
        <input type="radio" name="keep" checked={days === null} onChange={() => onChange(null)} /> {privacy.keepForever}
      </label>
      <div class="choices">
        <label class="switch">
          <input type="radio" name="keep" checked={days !== null} onChange={() => onChange(USUAL_DAYS)} /> {privacy.keepDays}
        </label>
        {days !== null && <input type="number" class="short" required min={1} max={3650} aria-label={privacy.days} value={days} onInput={(event) => onChange(event.currentTarget.valueAsNumber)} />}
      </div>
      <p class="small muted">{privacy.keepHint}</p>
    </fieldset>
  );
}
