/* One message as the desk sees it, with its delivery and the way to its reasons. */

import { ShownFiles } from "../../files/shown-files";
import { timeOfDay } from "../../language/dates";
import { safeAddress } from "../../markup/fragment";
import { MessageText } from "../../markup/message-text";
import type { DeskMessage } from "../api/records/inbox";
import type { ChosenText } from "./open-conversation";
import { useDesk } from "../desk";
import { WhyIcon } from "../parts/icons";
import { Correction } from "./correction";

interface Props {
  readonly conversation: string;
  readonly message: DeskMessage;
  readonly customer: string;
  /** What the customer wrote that the message replies to. */
  readonly asked: string;
  readonly explained: boolean;
  readonly onExplain: (seq: number) => void;
  /** Takes a draft's words into the reply box. */
  readonly onUse: (chosen: ChosenText) => void;
}

export function MessageRow({ conversation, message, customer, asked, explained, onExplain, onUse }: Props) {
  const { words, locale } = useDesk();
  if (message.author === "system") return <p class="system" dir="auto">{message.text}</p>;
  const rich = message.author !== "customer" && message.author !== "note";
  return (
    <article class={`message ${message.author}`}>
      <p class="byline">
        {message.author === "bot" && <span class="tag">{words.conversation.automated}</span>}
        <span dir="auto">{nameOf(message, customer, words.conversation.bot)}</span>
        {message.author === "note" && <span class="note-label">{words.conversation.note}</span>}
        {message.context?.edits != null && <span class="note-label">{words.conversation.corrects}</span>}
        {message.author === "draft" && <span class="note-label">{words.conversation.draft}</span>}
        <time dateTime={message.sent_at}>{timeOfDay(message.sent_at, locale)}</time>
      </p>
      {message.context?.quote && <blockquote class="quoted" dir="auto">{message.context.quote.text}</blockquote>}
      <ShownFiles files={message.attachments} words={words.files} locale={locale} />
      {message.text !== "" && (
        <div class="bubble">
          <MessageText text={message.text} html={rich ? message.html : null} />
          <MessageExtras message={message} />
        </div>
      )}
      <p class="under">
        <DeliveryState message={message} />
        <MailState message={message} />
        {message.author === "draft" && (
          <button type="button" class="link" onClick={() => onUse({ text: message.text, template: message.reasons?.template?.id ?? null })}>{words.conversation.useDraft}</button>
        )}
        {message.reasons && (
          <button type="button" class="link" aria-pressed={explained} onClick={() => onExplain(message.seq)}>
            <WhyIcon />
            {words.conversation.why}
          </button>
        )}
        {message.author === "bot" && message.reasons && message.reply_to !== null && message.reply_to.length > 0 && (
          <Correction conversation={conversation} message={message} asked={asked} />
        )}
      </p>
    </article>
  );
}

function nameOf(message: DeskMessage, customer: string, bot: string): string {
  if (message.author === "bot") return bot;
  return message.name ?? (message.author === "customer" ? customer : "");
}

/** Only what is not as it should be is worth a word. */
function DeliveryState({ message }: { readonly message: DeskMessage }) {
  const { words } = useDesk();
  const { delivery, author } = message;
  if (author === "customer" || author === "note" || author === "draft" || delivery === null) return null;
  switch (delivery) {
    case "sent":
    case "stored":
      return null;
    case "unknown":
      return <span class="tag warn" title={words.conversation.deliveryUnknown}>{words.conversation.deliveries.unknown}</span>;
    case "failed":
      return <span class="tag bad">{words.conversation.deliveries.failed}</span>;
    default:
      return <span class="tag">{words.conversation.deliveries[delivery]}</span>;
  }
}

/** The customer had left; an agent who waits for an answer wants to know. */
function MailState({ message }: { readonly message: DeskMessage }) {
  const { words } = useDesk();
  const { mail } = message;
  if (mail == null) return null;
  const kind = mail === "failed" ? "bad" : mail === "unknown" ? "warn" : "";
  return <span class={`tag ${kind}`}>{words.conversation.mails[mail]}</span>;
}

function MessageExtras({ message }: { readonly message: DeskMessage }) {
  const { words } = useDesk();
  return (
    <>
      {message.sources && message.sources.length > 0 && (
        <ul class="sources">
          {message.sources.map(({ title, url, quote }, index) => {
            const address = safeAddress(url);
            return (
              <li key={index} title={quote}>
                {address ? <a href={address} target="_blank" rel="noopener noreferrer" dir="auto">{title}</a> : <span dir="auto">{title}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {message.buttons && message.buttons.length > 0 && (
        <ul class="offered" aria-label={words.conversation.buttons}>
          {message.buttons.map(({ id, label }) => (
            <li class="tag" key={id} dir="auto">{label}</li>
          ))}
        </ul>
      )}
    </>
  );
}
