/* The inbox: queues and their conversations, the chosen conversation, and the reasons of a reply. */

import { useEffect, useMemo, useState } from "preact/hooks";
import type { Queue } from "../api/records/inbox";
import { useDesk } from "../desk";
import { useSettled } from "../parts/settled";
import { ConversationList } from "./conversation-list";
import { ConversationView } from "./conversation-view";
import { InboxList } from "./inbox-list";
import { OpenConversation } from "./open-conversation";

interface Props {
  readonly queue: Queue;
  readonly conversation: string | null;
}

const TYPING_PAUSE_MS = 250;

export function InboxPage({ queue, conversation: id }: Props) {
  const desk = useDesk();
  const { words } = desk;
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim(), TYPING_PAUSE_MS);
  const list = useMemo(() => new InboxList(desk.conversations, queue, settled), [desk, queue, settled]);
  useEffect(() => {
    void list.refresh();
    return list.follow(desk.live);
  }, [list, desk]);
  const open = useMemo(() => (id === null ? null : new OpenConversation(desk.conversations, id)), [desk, id]);
  useEffect(() => {
    if (open === null) return undefined;
    void open.refresh();
    return open.follow(desk.live);
  }, [open, desk]);

  return (
    <main class={id === null ? "inbox" : "inbox chosen"}>
      <ConversationList list={list} queue={queue} chosen={id} search={search} onSearch={setSearch} />
      {open === null ? (
        <section class="empty muted">{words.inbox.choose}</section>
      ) : (
        <ConversationView key={id} open={open} queue={queue} queues={list.queues.value} onChanged={() => void list.refresh()} />
      )}
    </main>
  );
}
