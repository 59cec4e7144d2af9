/* The conversation, newest at the bottom. Follows new messages unless the reader has scrolled up. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { dayName } from "../../language/dates";
import type { Message } from "../../chat/records";
import { usePanel } from "./context";
import { ReceivedMessage } from "./message";
import { OutgoingMessage } from "./outgoing-message";
import { SuggestionList, Suggested } from "./suggested";
import { buildTimeline, type TimelineItem } from "./timeline";
import { Typing } from "./typing";

const NEAR_PX = 80;

interface ItemProps {
  readonly onEdit: (text: string) => void;
}

interface Props extends ItemProps {
  /** Something is asked before the first message, so that no question may be pressed yet. */
  readonly asking: boolean;
}

export function Log({ onEdit, asking }: Props) {
  const { conversation, words } = usePanel();
  const items = buildTimeline(conversation.messages.value, conversation.outgoing.value);
  const place = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [behind, setBehind] = useState(false);

  const toEnd = (): void => place.current?.scrollTo({ top: place.current.scrollHeight });
  const scrolled = (): void => {
    const log = place.current;
    if (!log) return;
    following.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
    if (following.current) setBehind(false);
  };
  const last = items.at(-1)?.key;
  useLayoutEffect(() => {
    if (items.at(-1)?.kind === "outgoing") following.current = true;
    if (following.current) toEnd();
    else setBehind(true);
  }, [last, conversation.typing.value, conversation.suggestions.shown.value]);
  useEffect(() => {
    const watcher = new ResizeObserver(() => following.current && toEnd());
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);

  return (
    <div class="log-frame">
      <div class="log" role="log" aria-label={words.messages} tabIndex={0} ref={place} onScroll={scrolled}>
        {conversation.messages.value.length === 0 && <Opening asking={asking} />}
        {items.map((item) => (
          <Item key={item.key} item={item} onEdit={onEdit} />
        ))}
        {conversation.messages.value.length > 0 && <Suggested />}
        <Typing />
      </div>
      {behind && (
        <button type="button" class="jump" onClick={toEnd}>
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function Item({ item, onEdit }: { readonly item: TimelineItem } & ItemProps): ComponentChildren {
  const { locale } = usePanel();
  switch (item.kind) {
    case "day":
      return <div class="day">{dayName(item.day, locale)}</div>;
    case "message":
      return <ReceivedMessage message={item.message} open={item.open} continues={item.continues} unanswered={item.unanswered} />;
    case "outgoing":
      return <OutgoingMessage entry={item.entry} onEdit={onEdit} />;
  }
}

/** Before the first message there is no conversation yet: the greeting stands here by itself. */
function Opening({ asking }: Pick<Props, "asking">) {
  const { config, conversation, words } = usePanel();
  const greeting: Message = {
    seq: 0, author: "bot", text: config.greeting, sent_at: new Date().toISOString(),
  };
  const untouched = !asking && conversation.outgoing.value.length === 0;
  return (
    <>
      <ReceivedMessage message={greeting} open={false} continues={false} unanswered={false} />
      {untouched && config.suggestions.length > 0 && (
        <div class="choices" role="group" aria-label={words.suggestions}>
          {config.suggestions.map((text) => (
            <button type="button" class="choice" key={text} dir="auto" onClick={() => conversation.say(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
      {untouched && <SuggestionList suggestions={config.opening} />}
    </>
  );
}
