/* One received message: who says it, what it says, what it rests on, what one may do with it. */

import type { Message } from "../../chat/records";
import { timeOfDay } from "../../language/dates";
import { ShownFiles } from "../../files/shown-files";
import { MessageText } from "../../markup/message-text";
import { usePanel } from "./context";
import { Feedback } from "./feedback";
import { CheckIcon } from "./icons";
import { QuickReplies } from "./quick-replies";
import { Sources } from "./sources";

interface Props {
  readonly message: Message;
  readonly open: boolean;
  readonly continues: boolean;
  readonly unanswered: boolean;
}

export function ReceivedMessage({ message, open, continues, unanswered }: Props) {
  const { locale, words } = usePanel();
  if (message.author === "system") {
    return (
      <div class="system" dir="auto">
        {message.text}
        {message.buttons && message.buttons.length > 0 && <QuickReplies buttons={message.buttons} open={open} />}
      </div>
    );
  }
  const own = message.author === "customer";
  return (
    <article class={`message ${message.author}`} data-seq={message.seq}>
      <Byline message={message} continues={continues} />
      <ShownFiles files={message.attachments} words={words.files} locale={locale} />
      {message.text !== "" && (
        <div class="bubble">
          <MessageText text={message.text} html={own ? null : message.html} />
          {message.sources && message.sources.length > 0 && <Sources sources={message.sources} />}
        </div>
      )}
      {unanswered && <p class="delivery"><CheckIcon /> {words.sent}</p>}
      {message.author === "bot" && message.reply_to && message.reply_to.length > 0 && <Feedback seq={message.seq} />}
      {message.buttons && message.buttons.length > 0 && (
        <QuickReplies buttons={message.buttons} open={open} />
      )}
    </article>
  );
}

function Byline({ message, continues }: { readonly message: Message; readonly continues: boolean }) {
  const { locale, words, config } = usePanel();
  const time = (
    <time dateTime={message.sent_at} class="time">
      {timeOfDay(message.sent_at, locale)}
    </time>
  );
  switch (message.author) {
    case "bot":
      return (
        <p class="byline">
          <span class="label">{words.automated}</span>
          <span class={continues ? "hidden" : ""} dir="auto">{config.company}</span> {time}
        </p>
      );
    case "agent":
      return (
        <p class="byline">
          <span class="label human">{words.person}</span>
          <span dir="auto">{message.name || words.aPerson}</span> {time}
        </p>
      );
    default:
      return (
        <p class="byline own">
          <span class="hidden">{words.you}</span> {time}
        </p>
      );
  }
}
