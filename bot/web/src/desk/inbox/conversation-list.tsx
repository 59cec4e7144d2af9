/* The left column: queues with their counts, the search with its filters, and the conversations. */

import { duration, moment, timeAgo } from "../../language/dates";
import { Offline } from "../api/client";
import { TABS, type ConversationSummary, type Counts, type Queue, type Tab } from "../api/records/inbox";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { VirtualList } from "../parts/virtual-list";
import { sentenceFor } from "../problem";
import { customerName } from "./customer-name";
import type { InboxList } from "./inbox-list";
import { SearchBox } from "./search-box";
import { isSearching, type SearchState } from "./search-state";
import { tabOf } from "./tabs";

interface Props {
  readonly list: InboxList;
  readonly queue: Queue;
  readonly chosen: string | null;
  readonly search: SearchState;
  readonly onSearch: (search: SearchState) => void;
}

const ROW_PX = 94;

export function ConversationList({ list, queue, chosen, search, onSearch }: Props) {
  const { words, live } = useDesk();
  const conversations = list.conversations.value;
  // A list that merely grows old without a network needs no second banner: the shell has said so.
  const told = conversations !== null && !live.connected.value && list.problem.value instanceof Offline;
  const problem = told ? null : list.problem.value;
  const searching = isSearching(search);
  return (
    <section class="list" aria-label={words.inbox.list}>
      {chosen === null && <h1 class="hidden">{words.menu.inbox}</h1>}
      <Tabs current={tabOf(queue)} counts={list.counts.value} />
      <SearchBox search={search} onSearch={onSearch} />
      {searching ? <p class="small muted within">{words.inbox.everywhere}</p> : <Within queue={queue} counts={list.counts.value} queues={list.queues.value} />}
      {problem !== null && <p class="banner bad" role="alert">{sentenceFor(problem, words)}</p>}
      {conversations?.length === 0 && <p class="empty muted">{searching ? words.inbox.nothingFound : emptyIn(queue, words.inbox.queueEmpty)}</p>}
      {conversations && conversations.length > 0 && (
        <VirtualList items={conversations} keyOf={({ id }) => id} rowPx={ROW_PX} current={conversations.findIndex(({ id }) => id === chosen)} onNearEnd={list.hasMore.value ? () => void list.more() : null}>
          {(conversation) => <Row conversation={conversation} queue={queue} current={conversation.id === chosen} />}
        </VirtualList>
      )}
    </section>
  );
}

function emptyIn(queue: Queue, sentences: Readonly<Record<string, string>>): string {
  return sentences[queue] ?? sentences.waiting ?? "";
}

/** Where a number asks for something to be done. */
const COUNTED: ReadonlySet<Tab> = new Set<Tab>(["waiting", "mine"]);

function Tabs({ current, counts }: { readonly current: Tab; readonly counts: Counts | null }) {
  const { words } = useDesk();
  return (
    <nav class="queues" aria-label={words.inbox.list}>
      {TABS.map((tab) => (
        <Link key={tab} to={{ page: "inbox", queue: tab, conversation: null }} current={tab === current}>
          {words.inbox.queues[tab]}
          {counts && COUNTED.has(tab) && counts[tab] > 0 && <span class={tab === "waiting" ? "count urgent" : "count"}>{shortCount(counts[tab])}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The number itself stops mattering long before it needs five digits. */
function shortCount(count: number): string {
  return count > 999 ? "999+" : String(count);
}

interface WithinProps {
  readonly queue: Queue;
  readonly counts: Counts | null;
  readonly queues: Readonly<Record<string, number>>;
}

/** The parts of a queue: the operator's own queues and what one is asked to take; what one holds and is mentioned in. */
function Within({ queue, counts, queues }: WithinProps) {
  const { words } = useDesk();
  const parts = partsOf(tabOf(queue), queue, counts, queues, words.inbox);
  if (parts.length < 2) return null;
  return (
    <nav class="within" aria-label={words.inbox.within}>
      {parts.map(({ name, label, count }) => (
        <Link key={name} to={{ page: "inbox", queue: name, conversation: null }} current={name === queue} class="part">
          {label}
          {count > 0 && <span class="count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

interface Part {
  readonly name: Queue;
  readonly label: string;
  readonly count: number;
}

interface PartWords {
  readonly assigned: string;
  readonly mentions: string;
  readonly allWaiting: string;
  readonly allMine: string;
}

function partsOf(tab: Tab, queue: Queue, counts: Counts | null, queues: WithinProps["queues"], words: PartWords): readonly Part[] {
  const own = (name: "assigned" | "mentions", label: string): readonly Part[] => {
    const count = counts?.[name] ?? 0;
    return count > 0 || queue === name ? [{ name, label, count }] : [];
  };
  if (tab === "mine") return [{ name: "mine", label: words.allMine, count: 0 }, ...own("mentions", words.mentions)];
  if (tab !== "waiting") return [];
  const named = Object.entries(queues).map(([name, count]) => ({ name, label: name, count }));
  return [{ name: "waiting", label: words.allWaiting, count: 0 }, ...own("assigned", words.assigned), ...named];
}

interface RowProps {
  readonly conversation: ConversationSummary;
  readonly queue: Queue;
  readonly current: boolean;
}

function Row({ conversation, queue, current }: RowProps) {
  const { words, locale } = useDesk();
  const { id, channel, match, waiting_since: waiting, handoff_reason: reason } = conversation;
  const last = match ?? conversation.last_message;
  return (
    <Link to={{ page: "inbox", queue, conversation: id }} current={current} class="row">
      <span class="row-head">
        <strong dir="auto">{customerName(conversation, words)}</strong>
        <time dateTime={conversation.updated_at}>{timeAgo(conversation.updated_at, locale)}</time>
      </span>
      <span class="preview" dir="auto">
        {waiting && reason && !match ? reason : last && `${words.inbox.from[last.author] ?? ""}${last.text || words.inbox.file}`}
      </span>
      <span class="row-foot">
        {waiting && conversation.urgent && <span class="tag bad">{words.inbox.urgent}</span>}
        {waiting && <span class="tag warn">{words.inbox.waitingFor(duration(waiting, locale))}</span>}
        {conversation.snoozed_until && <span class="tag">{words.inbox.snoozedUntil(moment(conversation.snoozed_until, locale))}</span>}
        {conversation.agent && <span class="tag">{conversation.agent.name}</span>}
        {waiting && conversation.queue && <span class="tag">{conversation.queue}</span>}
        <span class="tag faded">{channel}</span>
        {conversation.language && <span class="tag faded">{conversation.language}</span>}
      </span>
    </Link>
  );
}
