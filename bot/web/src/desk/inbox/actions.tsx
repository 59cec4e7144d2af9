/* What may be done with a conversation now, given who holds it. */

import { useEffect, useState } from "preact/hooks";
import type { Conversation } from "../api/records/inbox";
import type { User } from "../api/records/session";
import { useDesk } from "../desk";
import type { Action, OpenConversation } from "./open-conversation";
import { useKeys } from "../keys/keys";
import { Snooze } from "./snooze";

interface Props {
  readonly record: Conversation;
  readonly open: OpenConversation;
  readonly queues: readonly string[];
  readonly onChanged: () => void;
}

export function Actions(props: Props) {
  return props.record.status === "closed" ? null : <OpenActions {...props} />;
}

function OpenActions({ record, open, queues, onChanged }: Props) {
  const { words, user, router } = useDesk();
  const mine = record.owner === "agent" && record.agent?.id === user.value?.id;
  const perform = async (action: Action): Promise<void> => {
    const done = await open.perform(action);
    if (done && action.kind === "takeOver") router.go({ page: "inbox", queue: "mine", conversation: record.id });
    else onChanged();
  };
  const busy = open.busy.value;
  const free = record.owner !== "agent";
  const doing = (action: Action): (() => void) => () => void (busy || perform(action));
  useKeys({
    ...(free ? { t: doing({ kind: "takeOver" }) } : {}),
    ...(mine ? { g: doing({ kind: "release" }) } : {}),
    ...(mine || free ? { c: doing({ kind: "close" }) } : {}),
  });
  return (
    <div class="actions">
      {mine ? (
        <>
          <button type="button" disabled={busy} onClick={() => void perform({ kind: "release" })}>{words.conversation.release}</button>
          <Snooze busy={busy} onSnooze={(until) => void perform({ kind: "snooze", until })} />
          <Transfer busy={busy} queues={queues} onTransfer={(action) => void perform(action)} />
          <button type="button" disabled={busy} onClick={() => void perform({ kind: "close" })}>{words.conversation.close}</button>
        </>
      ) : (
        free && (
          <>
            <button type="button" class="primary" disabled={busy} onClick={() => void perform({ kind: "takeOver" })}>{words.conversation.takeOver}</button>
            {record.status === "waiting" && <Assign record={record} busy={busy} onAssign={(userId) => void perform({ kind: "assign", userId })} />}
            <button type="button" disabled={busy} onClick={() => void perform({ kind: "close" })}>{words.conversation.close}</button>
          </>
        )
      )}
    </div>
  );
}

interface AssignProps {
  readonly record: Conversation;
  readonly busy: boolean;
  readonly onAssign: (userId: string | null) => void;
}

/** Asking somebody to take what waits; anybody still may. */
function Assign({ record, busy, onAssign }: AssignProps) {
  const { words, conversations } = useDesk();
  const [users, setUsers] = useState<readonly User[]>([]);
  useEffect(() => void conversations.users().then(setUsers, () => setUsers([])), [conversations]);
  return (
    <select aria-label={words.agent.assign} disabled={busy} value={record.assignee?.id ?? ""} onChange={(event) => onAssign(event.currentTarget.value || null)}>
      <option value="">{record.assignee ? words.agent.nobody : `${words.agent.assign}…`}</option>
      {users.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </select>
  );
}

interface TransferProps {
  readonly busy: boolean;
  readonly queues: readonly string[];
  readonly onTransfer: (action: Action) => void;
}

/** To a colleague or into a queue; the choice's value is its place in the list. */
function Transfer({ busy, queues, onTransfer }: TransferProps) {
  const { words, conversations, user } = useDesk();
  const [users, setUsers] = useState<readonly User[]>([]);
  useEffect(() => {
    conversations.users().then(setUsers, () => setUsers([]));
  }, [conversations]);
  const others = users.filter(({ id }) => id !== user.value?.id);
  const choices: readonly { readonly label: string; readonly action: Action }[] = [
    ...others.map(({ id, name }) => ({ label: name, action: { kind: "transfer", userId: id } as const })),
    ...queues.map((queue) => ({ label: words.conversation.queueNamed(queue), action: { kind: "transferToQueue", queue } as const })),
  ];
  if (choices.length === 0) return null;
  const chosen = (place: string): void => {
    const choice = choices[Number(place)];
    if (choice) onTransfer(choice.action);
  };
  return (
    <select aria-label={words.conversation.transferTo} disabled={busy} value="" onChange={(event) => chosen(event.currentTarget.value)}>
      <option value="" disabled>{words.conversation.transfer}…</option>
      {choices.map(({ label }, place) => (
        <option key={label} value={place}>{label}</option>
      ))}
    </select>
  );
}
