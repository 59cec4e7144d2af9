/* The middle and the right: one conversation, its actions, its reply box, and why the bot said what it said. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { dayName, sameDay } from "../../language/dates";
import type { Conversation, DeskMessage, Queue } from "../api/records/inbox";
import { useDesk } from "../desk";
import { BackIcon, DownloadIcon } from "../parts/icons";
import { Link } from "../parts/link";
import { sentenceFor } from "../problem";
import { Actions } from "./actions";
import { customerName } from "./customer-name";
import { MessageRow } from "./message-row";
import type { ChosenText, Failure, OpenConversation } from "./open-conversation";
import { ReplyBox } from "./reply-box";
import { SidePanel } from "./side-panel";

interface Props {
  readonly open: OpenConversation;
  readonly queue: Queue;
  /** The operator's own queues, to pass a conversation on to. */
  readonly queues: readonly string[];
  readonly onChanged: () => void;
}

export function ConversationView({ open, queue, queues, onChanged }: Props) {
  const { words, title } = useDesk();
  const [explained, setExplained] = useState<number | null>(null);
  const [shown, setShown] = useState(false);
  const record = open.record.value;
  const name = record && customerName(record, words);
  useEffect(() => {
    title.shown.value = name;
    return () => void (title.shown.value = null);
  }, [name, title]);
  if (open.missing.value) return <section class="empty muted">{words.conversation.notFound}</section>;
  if (record === null || name === null) return <section class="empty muted">{words.loading}</section>;
  const latest = record.messages.findLast(({ reasons }) => reasons !== null);
  const message = record.messages.find(({ seq }) => seq === explained) ?? latest;
  const explain = (seq: number | null): void => {
    setExplained(seq);
    if (seq !== null) setShown(true);
  };
  return (
    <>
      <section class="conversation" aria-label={name} data-id={record.id}>
        <ConversationHeader record={record} open={open} queue={queue} queues={queues} onChanged={onChanged} onShow={() => setShown(true)} />
        <FailureBanner failure={open.failure.value} />
        <Messages record={record} explained={message?.seq ?? null} onExplain={explain} onUse={(chosen) => (open.chosen.value = chosen)} />
        {open.presence.customerTypes.value && <p class="small muted types">{words.conversation.customerTypes}</p>}
        <ReplyBox record={record} open={open} onChanged={onChanged} />
      </section>
      <SidePanel open={open} record={record} reasons={message?.reasons ?? null} asked={askedBefore(record, message)} explained={explained !== null} onExplain={(wanted) => setExplained(wanted ? (message?.seq ?? 0) : null)} shown={shown} onShow={setShown} />
    </>
  );
}

/** The customer's words that a reply is to. */
function askedBefore({ messages }: Conversation, reply: DeskMessage | undefined): string {
  const answered = messages.filter(({ seq, text }) => reply?.reply_to?.includes(seq) && text.trim() !== "");
  return answered.map(({ text }) => text.trim()).join("\n\n");
}

interface HeaderProps extends Props {
  readonly record: Conversation;
  readonly onShow: () => void;
}

function ConversationHeader({ record, open, queue, queues, onChanged, onShow }: HeaderProps) {
  const { words } = useDesk();
  const { agent, handoff_reason: reason } = record;
  const tone = record.status === "waiting" ? "tag warn" : record.status === "with_agent" ? "tag good" : "tag";
  return (
    <header class="conversation-head">
      <Link to={{ page: "inbox", queue, conversation: null }} class="back">
        <BackIcon />
        <span class="hidden">{words.inbox.back}</span>
      </Link>
      <div class="conversation-who">
        <h1 dir="auto">{customerName(record, words)}</h1>
        <p class="tags">
          <span class={tone}>{words.inbox.statuses[record.status]}</span>
          {record.status === "waiting" && record.urgent && <span class="tag bad">{words.inbox.urgent}</span>}
          {agent && <span class="muted">{words.conversation.holder(agent.name)}</span>}
          <span class="tag">{record.channel}</span>
          {record.language && <span class="tag">{record.language}</span>}
          {record.banned && <span class="tag bad">{words.conversation.banned}</span>}
          {record.unreachable && <span class="tag bad" title={record.unreachable}>{words.conversation.unreachable}</span>}
          {record.assignee && record.status === "waiting" && <span class="tag">{words.conversation.askedOf(record.assignee.name)}</span>}
        </p>
        <Viewers open={open} />
        {reason && record.status !== "closed" && (
          <p class="small muted" dir="auto">{words.conversation.handoffReason(reason)}</p>
        )}
      </div>
      <Actions record={record} open={open} queues={queues} onChanged={onChanged} />
      <Download id={record.id} />
      <button type="button" class="narrow-only" onClick={onShow}>{words.brief.title}</button>
    </header>
  );
}

/** A copy of the conversation, as a file. */
function Download({ id }: { readonly id: string }) {
  const { words: { agent }, conversations } = useDesk();
  return (
    <details class="download">
      <summary class="button icon-only" title={agent.download}>
        <DownloadIcon />
        <span class="hidden">{agent.download}</span>
      </summary>
      <ul>
        {(["txt", "json"] as const).map((format) => (
          <li key={format}><a href={conversations.transcriptAddress(id, format)} download>{agent.download} {agent.downloadAs[format]}</a></li>
        ))}
      </ul>
    </details>
  );
}

/** Whoever else is here is named before two people answer at once. */
function Viewers({ open }: { readonly open: OpenConversation }) {
  const { words } = useDesk();
  const viewers = open.presence.viewers.value;
  return (
    <p class="small viewers" role="status">
      {viewers.map(({ id, name, typing }) => (
        <span key={id} class={typing ? "tag warn" : "tag"}>{typing ? words.conversation.types(name) : words.conversation.looks(name)}</span>
      ))}
    </p>
  );
}

function FailureBanner({ failure }: { readonly failure: Failure | null }) {
  const { words } = useDesk();
  if (failure === null) return null;
  const sentence =
    failure.kind === "other" ? sentenceFor(failure.error, words) : words.conversation[failure.kind](failure.holder);
  return <p class="banner bad" role="alert">{sentence}</p>;
}

interface MessagesProps {
  readonly record: Conversation;
  readonly explained: number | null;
  readonly onExplain: (seq: number) => void;
  readonly onUse: (chosen: ChosenText) => void;
}

const NEAR_PX = 120;

function Messages({ record, explained, onExplain, onUse }: MessagesProps) {
  const { words, locale } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const last = record.messages.at(-1)?.seq;
  useLayoutEffect(() => {
    const log = place.current;
    if (log && following.current) log.scrollTop = log.scrollHeight;
  }, [last]);
  const scrolled = (): void => {
    const log = place.current;
    if (log) following.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
  };
  const newDay = (message: DeskMessage, index: number): boolean => {
    const before = record.messages[index - 1];
    return before === undefined || !sameDay(before.sent_at, message.sent_at);
  };
  return (
    <div class="messages" role="log" aria-label={words.conversation.messages} tabIndex={0} ref={place} onScroll={scrolled}>
      {record.messages.map((message, index) => (
        <div key={message.seq} class="message-place">
          {newDay(message, index) && <p class="day">{dayName(message.sent_at, locale)}</p>}
          <MessageRow conversation={record.id} message={message} customer={customerName(record, words)} asked={askedBefore(record, message)} explained={message.seq === explained} onExplain={onExplain} onUse={onUse} />
        </div>
      ))}
    </div>
  );
}
