/* The inbox: queues and their conversations, the chosen conversation, and the reasons of a reply. */

import { useEffect, useMemo, useState } from "preact/hooks";
import { TABS, type Queue } from "../api/records/inbox";
import { useDesk } from "../desk";
import { useKeys } from "../keys/keys";
import { useSettled } from "../parts/settled";
import { ConversationList } from "./conversation-list";
import { ConversationView } from "./conversation-view";
import { InboxList } from "./inbox-list";
import { OpenConversation } from "./open-conversation";
import { asked, NO_SEARCH, type SearchState } from "./search-state";

interface Props {
  readonly queue: Queue;
  readonly conversation: string | null;
}

const TYPING_PAUSE_MS = 200;

export function InboxPage({ queue, conversation: id }: Props) {
  const desk = useDesk();
  const { words, router } = desk;
  const [search, setSearch] = useState<SearchState>(NO_SEARCH);
  const settled = useSettled(search, TYPING_PAUSE_MS);
  const list = useMemo(() => {
    const wanted = asked(settled, queue);
    return new InboxList(desk.conversations, wanted.queue, wanted.search);
  }, [desk, queue, settled]);
  useEffect(() => {
    void list.refresh();
    return list.follow(desk.live);
  }, [list, desk]);
  const open = useMemo(() => (id === null ? null : new OpenConversation(desk.conversations, id, desk.recent)), [desk, id]);
  useEffect(() => {
    if (open === null) return undefined;
    void open.refresh();
    return open.follow(desk.live);
  }, [open, desk]);
  const ids = (list.conversations.value ?? []).map((each) => each.id);
  const next = id === null ? undefined : ids[ids.indexOf(id) + 1];
  const opened = open?.brief.value != null;
  useEffect(() => {
    if (next !== undefined && opened) void desk.recent.prepare(next);
  }, [desk, next, opened]);
  const step = (by: number): void => {
    const wanted = ids[id === null || !ids.includes(id) ? 0 : ids.indexOf(id) + by];
    if (wanted !== undefined) router.go({ page: "inbox", queue, conversation: wanted });
  };
  const tabs = TABS.map((tab, place) => [String(place + 1), () => router.go({ page: "inbox", queue: tab, conversation: null })] as const);
  useKeys({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    u: () => router.go({ page: "inbox", queue, conversation: null }),
    ...Object.fromEntries(tabs),
  });

  return (
    <main class={id === null ? "inbox" : "inbox chosen"}>
      <ConversationList list={list} queue={queue} chosen={id} search={search} onSearch={setSearch} />
      {open === null ? (
        <section class="empty muted">{words.inbox.choose}</section>
      ) : (
        <ConversationView key={id} open={open} queue={queue} queues={Object.keys(list.queues.value)} onChanged={() => void list.refresh()} />
      )}
    </main>
  );
}
