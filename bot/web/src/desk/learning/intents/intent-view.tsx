/* The chosen intent: its name, what may be done with all of it, and its questions. */

import { useState } from "preact/hooks";
import type { ReviewedIntent } from "../../api/records/intents";
import { useDesk } from "../../desk";
import { BackIcon } from "../../parts/icons";
import { Link } from "../../parts/link";
import { mayEdit } from "../../parts/may-edit";
import { Answers } from "./answers";
import { ExampleList } from "./example-list";
import { nextWaiting, type OpenIntents } from "./open-intents";

interface Props {
  readonly open: OpenIntents;
  readonly intent: ReviewedIntent;
  readonly intents: readonly ReviewedIntent[];
  readonly onDrag: (texts: readonly string[]) => void;
  readonly onGo: (intent: string | null) => void;
}

export function IntentView({ open, intent, intents, onDrag, onGo }: Props) {
  const { words, user } = useDesk();
  const said = words.learningRoom.intents;
  const edits = mayEdit(user.value);
  const others = intents.filter(({ id }) => id !== intent.id);
  return (
    <>
      <header class="intent-head">
        <Link to={{ page: "learning", part: "intents", item: null }} class="back"><BackIcon /><span class="hidden">{said.back}</span></Link>
        {edits ? <Name open={open} intent={intent} /> : <h2>{intent.full_name}</h2>}
        <span class={intent.state === "accepted" ? "tag good" : "tag warn"}>{said.states[intent.state]}</span>
      </header>
      {edits && <WholeActs open={open} intent={intent} intents={intents} others={others} onGo={onGo} />}
      {intent.templates.length > 0 && <Answers open={open} intent={intent} edits={edits} />}
      <ExampleList open={open} intent={intent} others={others} edits={edits} onDrag={onDrag} onGo={onGo} />
    </>
  );
}

function Name({ open, intent }: Pick<Props, "open" | "intent">) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  const [name, setName] = useState(intent.name);
  const changed = name.trim() !== intent.name && name.trim() !== "";
  const rename = (event: Event): void => {
    event.preventDefault();
    if (changed) void open.rename(intent.id, name.trim());
  };
  return (
    <form class="intent-name" onSubmit={rename}>
      <input aria-label={said.name} value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} />
      {changed && <button type="submit" class="primary" disabled={open.busy.value}>{said.rename}</button>}
    </form>
  );
}

interface WholeProps extends Pick<Props, "open" | "intent" | "intents" | "onGo"> {
  readonly others: readonly ReviewedIntent[];
}

function WholeActs({ open, intent, intents, others, onGo }: WholeProps) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  const disabled = open.busy.value;
  const next = nextWaiting(intents, intent.id);
  const [drafted, ...more] = intent.templates.filter(({ state }) => state === "draft" || state === "in_review");
  const answer = drafted && open.answers.value.get(drafted.id); // Missing until it can be read.
  const alone = drafted !== undefined && more.length === 0;
  const merge = async (into: string): Promise<void> => {
    const name = others.find(({ id }) => id === into)?.full_name ?? into;
    if (window.confirm(words.review.mergeQuestion(intent.full_name, name)) && (await open.merge(intent.id, into))) onGo(into);
  };
  const leaveOut = async (): Promise<void> => {
    if (window.confirm(said.leaveOutQuestion(intent.full_name)) && (await open.leaveOut(intent.id))) onGo(next);
  };
  const accept = async (how: () => Promise<boolean>): Promise<void> => {
    if ((await how()) && next !== null) onGo(next);
  };
  return (
    <div class="choices">
      {intent.state === "draft" && alone && (
        <button type="button" class="primary" disabled={disabled || answer === undefined} onClick={() => answer && void accept(() => open.acceptWith(intent.id, answer))}>{said.acceptWith}</button>
      )}
      {intent.state === "draft" && (
        <button type="button" class={alone ? "" : "primary"} disabled={disabled} onClick={() => void accept(() => open.accept([intent.id]))}>{said.accept}</button>
      )}
      <select
        aria-label={said.mergeInto}
        value=""
        disabled={disabled}
        onChange={({ currentTarget: select }) => {
          const into = select.value;
          select.value = "";
          void merge(into);
        }}
      >
        <option value="">{said.mergeInto}</option>
        {others.map(({ id, full_name: name }) => <option key={id} value={id}>{name}</option>)}
      </select>
      {intent.state === "draft" && <button type="button" class="quiet danger" disabled={disabled} onClick={() => void leaveOut()}>{said.leaveOut}</button>}
    </div>
  );
}
