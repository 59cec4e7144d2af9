/* Who answers for a template, and from when to when it is said. */

import type { Owner } from "../api/records/template-parts";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import type { TemplateDraft } from "./template-draft";
import { isoOf, localOf } from "./validity";

interface Props {
  readonly draft: TemplateDraft;
  readonly owners: readonly Owner[];
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (change: Partial<TemplateDraft>) => void;
}

export function Duties({ draft, owners, errorOf, onChange }: Props) {
  const { words } = useDesk();
  const known = owners.some(({ email }) => email === draft.owner);
  return (
    <div class="duties">
      <Field label={words.answers.owner} hint={words.answers.ownerHint} error={errorOf("owner")}>
        {(attributes) => (
          <select {...attributes} value={draft.owner ?? ""} onChange={({ currentTarget }) => onChange({ owner: currentTarget.value || null })}>
            <option value="">{words.answers.nobody}</option>
            {draft.owner !== null && !known && <option value={draft.owner}>{draft.owner}</option>}
            {owners.map(({ email, name }) => (
              <option key={email} value={email}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.answers.validFrom} hint={words.answers.validHint} error={errorOf("valid_from")}>
        {(attributes) => (
          <input {...attributes} type="datetime-local" value={localOf(draft.valid_from)} onChange={({ currentTarget }) => onChange({ valid_from: isoOf(currentTarget.value) })} />
        )}
      </Field>
      <Field label={words.answers.validUntil} error={errorOf("valid_until")}>
        {(attributes) => (
          <input {...attributes} type="datetime-local" value={localOf(draft.valid_until)} onChange={({ currentTarget }) => onChange({ valid_until: isoOf(currentTarget.value) })} />
        )}
      </Field>
    </div>
  );
}
