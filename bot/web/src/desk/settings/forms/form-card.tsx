/* One form: what opens it, which details it asks for in which order, and what then becomes of them. */

import { useEffect, useState } from "preact/hooks";
import type { DetailForm } from "../../api/records/forms";
import type { Intent, Template } from "../../api/records/templates";
import { useDesk } from "../../desk";
import { Field } from "../../parts/field";
import { IntentList } from "../intent-list";
import { useRoom } from "../room";
import { NameField } from "./names";
import { OrderedNames } from "./ordered-names";
import { TextIn } from "./text-in";

interface Props {
  readonly name: string;
  readonly form: DetailForm;
  readonly described: readonly string[];
  readonly intents: readonly Intent[];
  readonly language: string;
  readonly open: boolean;
  /** The place within it that the server refused. */
  readonly wrong: string | null;
  readonly taken: (name: string) => boolean;
  readonly onChange: (form: DetailForm) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

export function FormCard({ name, form, described, intents, language, open, wrong, taken, onChange, onRename, onRemove }: Props) {
  const { words: { forms } } = useRoom();
  const templates = useTemplates();
  const change = (changed: Partial<DetailForm>): void => onChange({ ...form, ...changed });
  const isWrong = (part: string): boolean => wrong !== null && (wrong === part || wrong.startsWith(`${part}.`));
  const asked = templates.map(({ id, title }) => ({ id, name: title }));
  return (
    <details class="form-card" open={open || wrong !== null}>
      <summary>
        <strong>{name}</strong> <span class="small muted" dir="auto">{form.title[language] ?? ""}</span>
      </summary>
      <div class="form-parts">
        <div class="pair">
          <NameField label={forms.name} name={name} taken={taken} onRename={onRename} />
          <TextIn label={forms.title} hint={forms.titleHint} texts={form.title} language={language} wrong={isWrong("title")} onChange={(title) => change({ title })} />
        </div>
        <IntentList label={forms.whenIntents} chosen={form.when.intents ?? []} intents={intents} onChange={(chosen) => change({ when: { ...form.when, intents: chosen } })} />
        <IntentList label={forms.whenTemplates} add={forms.addTemplate} chosen={form.when.templates ?? []} intents={asked} onChange={(chosen) => change({ when: { ...form.when, templates: chosen } })} />
        <TextIn label={forms.opening} hint={forms.openingHint} lines={2} texts={form.opening} language={language} onChange={(opening) => change({ opening })} />
        <OrderedNames label={forms.asks} names={form.fields} optional={form.optional ?? []} described={described} wrong={isWrong("fields")} onChange={(fields, optional) => change({ fields, optional })} />
        {form.lookup && <p class="small muted">{forms.lookup(form.lookup)}</p>}
        <label class="switch">
          <input type="checkbox" checked={form.confirm ?? false} onChange={(event) => change({ confirm: event.currentTarget.checked })} /> {forms.confirm}
        </label>
        <Ending form={form} templates={templates} language={language} isWrong={isWrong} onChange={change} />
        <div><button type="button" class="quiet danger" onClick={onRemove}>{forms.remove(name)}</button></div>
      </div>
    </details>
  );
}

interface EndingProps {
  readonly form: DetailForm;
  readonly templates: readonly Template[];
  readonly language: string;
  readonly isWrong: (part: string) => boolean;
  readonly onChange: (changed: Partial<DetailForm>) => void;
}

/** A template is filled, or a person takes it over. */
function Ending({ form: { then }, templates, language, isWrong, onChange }: EndingProps) {
  const { words: { forms } } = useRoom();
  const queues = useQueues();
  const template = then.template ?? null;
  const known = templates.some(({ id }) => id === template);
  return (
    <>
      <Field label={forms.then} hint={forms.thenHint} error={null}>
        {(attributes) => (
          <select {...attributes} aria-invalid={isWrong("then")} value={template ?? ""} onChange={(event) => onChange({ then: event.currentTarget.value === "" ? {} : { template: event.currentTarget.value } })}>
            <option value="">{forms.passOn}</option>
            {template !== null && !known && <option value={template}>{template}</option>}
            {templates.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          </select>
        )}
      </Field>
      {template === null && (
        <>
          <Field label={forms.queue} error={null}>
            {(attributes) => (
              <select {...attributes} aria-invalid={isWrong("then.queue")} value={then.queue ?? ""} onChange={(event) => onChange({ then: { ...then, queue: event.currentTarget.value || null } })}>
                <option value="">{forms.anyQueue}</option>
                {[...new Set([...(then.queue ? [then.queue] : []), ...queues])].map((queue) => <option key={queue} value={queue}>{queue}</option>)}
              </select>
            )}
          </Field>
          <TextIn label={forms.message} hint={forms.messageHint} lines={3} texts={then.messages} language={language} wrong={isWrong("then.messages")} onChange={(messages) => onChange({ then: { ...then, messages } })} />
        </>
      )}
    </>
  );
}

function useTemplates(): readonly Template[] {
  const { templates: api } = useDesk();
  const [found, setFound] = useState<readonly Template[]>([]);
  useEffect(() => void api.list().then(setFound, () => undefined), [api]);
  return found;
}

function useQueues(): readonly string[] {
  const { api } = useRoom();
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => void api.section("rules").then(({ value }) => setFound(Object.keys(value.values.queues)), () => undefined), [api]);
  return found;
}
