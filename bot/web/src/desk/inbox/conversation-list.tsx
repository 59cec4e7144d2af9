/* The left column: queues with their counts, search, and the conversations of the chosen queue. */

import { duration, moment, timeAgo } from "../../language/dates";
import { QUEUES, type ConversationSummary, type Queue } from "../api/records/inbox";
import { useDesk } from "../desk";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { customerName } from "./customer-name";
import type { InboxList } from "./inbox-list";

interface Props {
  readonly list: InboxList;
  readonly queue: Queue;
  readonly chosen: string | null;
  readonly search: string;
  readonly onSearch: (search: string) => void;
}

export function ConversationList({ list, queue, chosen, search, onSearch }: Props) {
  const { words } = useDesk();
  const conversations = list.conversations.value;
  return (
    <section class="list" aria-label={words.inbox.list}>
      <Queues current={queue} counts={list.counts.value} />
      <input type="search" class="search" aria-label={words.inbox.search} placeholder={words.inbox.search} value={search} onInput={(event) => onSearch(event.currentTarget.value)} />
      {list.problem.value !== null && <p class="banner bad" role="alert">{sentenceFor(list.problem.value, words)}</p>}
      {conversations?.length === 0 && (
        <p class="empty muted">{search ? words.inbox.nothingFound : words.inbox.queueEmpty[queue]}</p>
      )}
      <ul class="rows">
        {conversations?.map((conversation) => (
          <li key={conversation.id}>
            <Row conversation={conversation} queue={queue} current={conversation.id === chosen} />
          </li>
        ))}
      </ul>
      {list.next.value !== null && (
        <button type="button" class="quiet" onClick={() => void list.more()}>{words.inbox.more}</button>
      )}
    </section>
  );
}

/** Where a number asks for something to be done. */
const COUNTED: ReadonlySet<Queue> = new Set<Queue>(["waiting", "mine", "snoozed"]);

function Queues({ current, counts }: { readonly current: Queue; readonly counts: Readonly<Record<Queue, number>> | null }) {
  const { words } = useDesk();
  return (
    <nav class="queues">
      {QUEUES.map((queue) => (
        <Link key={queue} to={{ page: "inbox", queue, conversation: null }} current={queue === current}>
          {words.inbox.queues[queue]}
          {counts && COUNTED.has(queue) && counts[queue] > 0 && <span class={queue === "waiting" ? "count urgent" : "count"}>{counts[queue]}</span>}
        </Link>
      ))}
    </nav>
  );
}

interface RowProps {
  readonly conversation: ConversationSummary;
  readonly queue: Queue;
  readonly current: boolean;
}

function Row({ conversation, queue, current }: RowProps) {
  const { words, locale } = useDesk();
  const { id, channel, last_message: last, waiting_since: waiting, handoff_reason: reason } = conversation;
  return (
    <Link to={{ page: "inbox", queue, conversation: id }} current={current} class="row">
      <span class="row-head">
        <strong dir="auto">{customerName(conversation, words)}</strong>
        <time dateTime={conversation.updated_at}>{timeAgo(conversation.updated_at, locale)}</time>
      </span>
      <span class="preview" dir="auto">
        {waiting && reason ? reason : last && `${words.inbox.from[last.author] ?? ""}${last.text || words.inbox.file}`}
      </span>
      <span class="row-foot">
        {waiting && conversation.urgent && <span class="tag bad">{words.inbox.urgent}</span>}
        <span class="tag">{channel}</span>
        {conversation.language && <span class="tag">{conversation.language}</span>}
        {waiting && <span class="tag warn">{words.inbox.waitingFor(duration(waiting, locale))}</span>}
        {waiting && conversation.queue && <span class="tag">{conversation.queue}</span>}
        {conversation.snoozed_until && <span class="tag">{words.inbox.snoozedUntil(moment(conversation.snoozed_until, locale))}</span>}
        {conversation.agent && <span class="tag">{conversation.agent.name}</span>}
      </span>
    </Link>
  );
}
