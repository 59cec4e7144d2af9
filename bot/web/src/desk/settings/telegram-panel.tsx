/* Telegram on one screen: how it stands, a live test of a token, and the settings beside it. */

import { useEffect, useState } from "preact/hooks";
import type { FoundBot, TelegramState, TelegramValues } from "../api/records/settings";
import { useDesk } from "../desk";
import { Field } from "../parts/field";
import { sentenceFor } from "../problem";
import { CopyBox } from "./copy-box";
import { useRoom } from "./room";
import { SectionEditor } from "./section-editor";

const VARIABLE = "FRONTDESK_TELEGRAM_TOKEN";

export function TelegramPanel() {
  const { words: { telegram } } = useRoom();
  const misfit = ({ telegram_desk_chat: chat }: TelegramValues): string | null =>
    chat !== null && !(Number.isInteger(chat) && chat < 0) ? telegram.groupWrong : null;
  return (
    <>
      <SectionEditor name="telegram" hint={telegram.hint} problem={misfit}>
        {({ draft, change }) => (
          <>
            <Connection />
            <Updates value={draft.telegram_updates} onChange={(telegram_updates) => change({ telegram_updates })} />
            <Field label={telegram.group} hint={telegram.groupHint} error={null}>
              {(attributes) => (
                <input
                  {...attributes} class="short" inputMode="numeric" value={draft.telegram_desk_chat ?? ""}
                  onInput={({ currentTarget: { value } }) => change({ telegram_desk_chat: value.trim() === "" ? null : Number(value) })}
                />
              )}
            </Field>
          </>
        )}
      </SectionEditor>
    </>
  );
}

function Updates({ value, onChange }: { readonly value: TelegramValues["telegram_updates"]; readonly onChange: (value: TelegramValues["telegram_updates"]) => void }) {
  const { words: { telegram } } = useRoom();
  return (
    <Field label={telegram.updates} hint={telegram.updatesHint} error={null}>
      {(attributes) => (
        <select {...attributes} value={value ?? ""} onChange={(event) => onChange((event.currentTarget.value || null) as TelegramValues["telegram_updates"])}>
          <option value="">{telegram.ways.auto}</option>
          <option value="polling">{telegram.ways.polling}</option>
          <option value="webhook">{telegram.ways.webhook}</option>
        </select>
      )}
    </Field>
  );
}

function Connection() {
  const { words: { telegram } } = useRoom();
  const { api } = useRoom();
  const [state, setState] = useState<TelegramState | null>(null);
  useEffect(() => void api.telegram().then(setState, () => undefined), [api]);
  const kind = state === null || !state.token_set ? "off" : state.serving ? "on" : "set";
  return (
    <section class="connection" aria-label={telegram.token}>
      {state && <p><span class={kind === "on" ? "tag good" : "tag warn"}>{telegram.state[kind]}</span></p>}
      {state?.problem && <p class="error" dir="auto">{state.problem}</p>}
      <ol>
        <li>{telegram.steps[0]}</li>
        <li>{telegram.steps[1]}<TokenTrial set={state?.token_set ?? false} /></li>
        <li>{telegram.steps[2]}<CopyBox label={telegram.environment} text={`${VARIABLE}=…`} /></li>
      </ol>
    </section>
  );
}

function TokenTrial({ set }: { readonly set: boolean }) {
  const { words: deskWords } = useDesk();
  const { api, words: { telegram } } = useRoom();
  const [token, setToken] = useState("");
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<FoundBot | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const test = async (): Promise<void> => {
    setBusy(true);
    setFound(null);
    setProblem(null);
    await api.tryTelegram(token.trim() || null).then(setFound, setProblem);
    setBusy(false);
  };
  return (
    <div class="token-trial">
      <div class="choices">
        <input type="password" autocomplete="off" aria-label={telegram.token} placeholder={telegram.tokenHint} value={token} onInput={(event) => setToken(event.currentTarget.value)} />
        <button type="button" disabled={busy || (token.trim() === "" && !set)} onClick={() => void test()}>{token.trim() === "" && set ? telegram.testSet : telegram.test}</button>
      </div>
      <div role="status">
        {found && <Found bot={found} />}
        {problem !== null && <p class="error" dir="auto">{sentenceFor(problem, deskWords)}</p>}
      </div>
    </div>
  );
}

function Found({ bot }: { readonly bot: FoundBot }) {
  const { words: { telegram } } = useRoom();
  return (
    <>
      <p class="saved">{telegram.found(bot.name, bot.username)}</p>
      {bot.webhook !== "" && <p class="small muted">{telegram.webhookElsewhere(bot.webhook)}</p>}
      {bot.pending > 0 && <p class="small muted">{telegram.pending(bot.pending)}</p>}
      {!bot.reads_groups && <p class="small muted">{telegram.groups}</p>}
    </>
  );
}
