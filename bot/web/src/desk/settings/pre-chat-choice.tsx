/* Which details customers give before they write, of those that are described. */

import { useEffect, useState } from "preact/hooks";
import type { WidgetValues } from "../api/records/settings";
import { useRoom } from "./room";

type PreChat = WidgetValues["widget"]["pre_chat"];

export function PreChatChoice({ form, onChange }: { readonly form: PreChat; readonly onChange: (form: PreChat) => void }) {
  const { api, words: { widget } } = useRoom();
  const [described, setDescribed] = useState<readonly string[] | null>(null);
  useEffect(() => void api.section("forms").then(({ value }) => setDescribed(Object.keys(value.values.fields)), () => undefined), [api]);
  const choose = (name: string, chosen: boolean): void =>
    onChange({
      ...form,
      fields: chosen ? [...form.fields, name] : form.fields.filter((each) => each !== name),
      optional: form.optional.filter((each) => each !== name),
    });
  const allowEmpty = (name: string, optional: boolean): void =>
    onChange({ ...form, optional: optional ? [...form.optional, name] : form.optional.filter((each) => each !== name) });
  return (
    <fieldset class="field">
      <legend>{widget.preChat}</legend>
      {described?.length === 0 && <p class="small muted">{widget.noFields}</p>}
      {described?.map((name) => (
        <div key={name} class="choices">
          <label class="switch">
            <input type="checkbox" checked={form.fields.includes(name)} onChange={(event) => choose(name, event.currentTarget.checked)} /> {name}
          </label>
          {form.fields.includes(name) && (
            <label class="switch muted">
              <input type="checkbox" aria-label={`${name}: ${widget.optional}`} checked={form.optional.includes(name)} onChange={(event) => allowEmpty(name, event.currentTarget.checked)} /> {widget.optional}
            </label>
          )}
        </div>
      ))}
      {described !== null && described.length > 0 && <p class="small muted">{widget.preChatHint}</p>}
    </fieldset>
  );
}
