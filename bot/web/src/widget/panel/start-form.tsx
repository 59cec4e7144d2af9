/*
 * What the company asks before the first message: details, and consent. It begins the conversation;
 * what the server cannot take is said at its field, and nothing typed is lost.
 */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Conversation } from "../../chat/conversation";
import { Refused } from "../../chat/errors";
import { safeAddress } from "../../markup/fragment";
import { usePanel, type AskedField, type WidgetConfig } from "./context";
import { PersonIcon } from "./icons";

const PLACE = "details.";
const KINDS: Partial<Record<AskedField["type"], JSX.InputHTMLAttributes<HTMLInputElement>>> = {
  text: { autocomplete: "on" },
  email: { type: "email", autocomplete: "email" },
  phone: { type: "tel", autocomplete: "tel" },
  date: { type: "date" },
  number: { inputMode: "decimal" },
  integer: { inputMode: "numeric" },
  amount: { inputMode: "decimal" },
};

/** The details to ask for: not what the host has vouched for. */
export function fieldsToAsk(config: WidgetConfig, conversation: Conversation): readonly AskedField[] {
  const { name, email } = conversation.signIn.claims;
  const known = new Map<string, unknown>([["name", name], ["email", email]]);
  return config.pre_chat.fields.filter((field) => typeof known.get(field.name) !== "string");
}

export function StartForm({ onBegun }: { readonly onBegun: () => void }) {
  const { config, conversation, words } = usePanel();
  const fields = fieldsToAsk(config, conversation);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [consented, setConsented] = useState(false);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);

  const begin = async (askForPerson: boolean): Promise<void> => {
    const missing = fields.filter(({ name, required }) => required && !values[name]?.trim());
    const open = new Map(missing.map(({ name }) => [name, words.fillIn]));
    if (config.consent !== null && !consented) open.set("consent", words.fillIn);
    setProblems(open);
    if (open.size > 0 || busy) return;
    setBusy(true);
    try {
      await conversation.begin(fields.length > 0 ? { details: values, consented } : { consented });
      if (askForPerson) conversation.askForPerson();
      onBegun();
    } catch (error) {
      setProblems(problemsIn(error, words.notBegun));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="start" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void begin(false);
      }}
    >
      {fields.length > 0 && <h2 dir="auto">{config.pre_chat.opening || words.aboutYou}</h2>}
      {fields.map((field) => (
        <Field
          key={field.name} field={field} value={values[field.name] ?? ""} problem={problems.get(field.name)}
          onValue={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {config.consent !== null && (
        <>
          <label class="consent">
            <input
              type="checkbox" checked={consented} aria-invalid={problems.has("consent")}
              onChange={(event) => setConsented(event.currentTarget.checked)}
            />
            <span dir="auto">{config.consent} <Privacy /></span>
          </label>
          <Problem text={problems.get("consent")} />
        </>
      )}
      <Problem text={problems.get("")} />
      <div class="start-actions">
        <button type="submit" class="primary" disabled={busy}>{words.start}</button>
        <button type="button" class="handoff" disabled={busy} onClick={() => void begin(true)}>
          <PersonIcon />
          {words.talkToPerson}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly field: AskedField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onValue: (value: string) => void;
}

function Field({ field, value, problem, onValue }: FieldProps) {
  const { words } = usePanel();
  const id = `detail-${field.name}`;
  const given = {
    id, value, "aria-required": field.required, "aria-invalid": problem !== undefined,
    "aria-describedby": problem === undefined ? undefined : `${id}-problem`,
  };
  return (
    <div class="detail">
      <label for={id} dir="auto">
        {field.label} {!field.required && <small>({words.optional})</small>}
      </label>
      {field.options.length > 0 ? (
        <select {...given} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">{words.choose}</option>
          {field.options.map(({ value: option, label }) => <option key={option} value={option}>{label}</option>)}
        </select>
      ) : (
        <input
          {...given} {...KINDS[field.type]} dir="auto" maxLength={field.longest}
          placeholder={field.example ?? ""} onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      <Problem text={problem} id={`${id}-problem`} />
    </div>
  );
}

export function Privacy() {
  const { config, words } = usePanel();
  const address = safeAddress(config.privacy_url);
  if (!address) return null;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {words.privacy}
      <span class="hidden"> ({words.newWindow})</span>
    </a>
  );
}

function Problem({ text, id }: { readonly text: string | undefined; readonly id?: string }) {
  return text === undefined ? null : <p class="problem" role="alert" dir="auto" {...(id ? { id } : {})}>{text}</p>;
}

/** What is wrong by the name of the field; under "" what concerns none. */
function problemsIn(error: unknown, otherwise: string): ReadonlyMap<string, string> {
  const errors = error instanceof Refused ? error.problem.errors ?? [] : [];
  const found = errors.filter(({ field }) => field.startsWith(PLACE)).map(({ field, message }) => [field.slice(PLACE.length), message] as const);
  return new Map(found.length > 0 ? found : [["", otherwise]]);
}
