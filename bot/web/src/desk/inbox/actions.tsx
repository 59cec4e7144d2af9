/* What may be done with a conversation now, given who holds it. */

import { useEffect, useState } from "preact/hooks";
import type { Conversation, User } from "../api/records";
import { useDesk } from "../desk";
import type { Action, OpenConversation } from "./open-conversation";
import { Snooze } from "./snooze";

interface Props {
  readonly record: Conversation;
  readonly open: OpenConversation;
  readonly onChanged: () => void;
}

export function Actions({ record, open, onChanged }: Props) {
  const { words, user, router } = useDesk();
  if (record.status === "closed") return null;
  const mine = record.owner === "agent" && record.agent?.id === user.value?.id;
  const perform = async (action: Action): Promise<void> => {
    const done = await open.perform(action);
    if (done && action.kind === "takeOver") router.go({ page: "inbox", queue: "mine", conversation: record.id });
    else onChanged();
  };
  const busy = open.busy.value;
  return (
    <div class="actions">
      {mine ? (
        <>
          <button type="button" disabled={busy} onClick={() => void perform({ kind: "release" })}>{words.conversation.release}</button>
          <Snooze busy={busy} onSnooze={(until) => void perform({ kind: "snooze", until })} />
          <Transfer busy={busy} onTransfer={(userId) => void perform({ kind: "transfer", userId })} />
          <button type="button" disabled={busy} onClick={() => void perform({ kind: "close" })}>{words.conversation.close}</button>
        </>
      ) : (
        record.owner !== "agent" && (
          <button type="button" class="primary" disabled={busy} onClick={() => void perform({ kind: "takeOver" })}>{words.conversation.takeOver}</button>
        )
      )}
    </div>
  );
}

interface TransferProps {
  readonly busy: boolean;
  readonly onTransfer: (userId: string) => void;
}

function Transfer({ busy, onTransfer }: TransferProps) {
  const { words, conversations, user } = useDesk();
  const [users, setUsers] = useState<readonly User[]>([]);
  useEffect(() => {
    conversations.users().then(setUsers, () => setUsers([]));
  }, [conversations]);
  const others = users.filter(({ id }) => id !== user.value?.id);
  if (others.length === 0) return null;
  return (
    <select aria-label={words.conversation.transferTo} disabled={busy} value="" onChange={(event) => onTransfer(event.currentTarget.value)}>
      <option value="" disabled>{words.conversation.transfer}…</option>
      {others.map(({ id, name }) => (
        <option key={id} value={id}>{name}</option>
      ))}
    </select>
  );
}
