/* One message of the customer's own that the server has not given back yet. */

import type { Outgoing } from "../../chat/outgoing";
import { ShownFiles } from "../../files/shown-files";
import { usePanel } from "./context";
import { CheckIcon } from "./icons";

interface Props {
  readonly entry: Outgoing;
  readonly onEdit: (text: string) => void;
}

export function OutgoingMessage({ entry, onEdit }: Props) {
  const { conversation, locale, words } = usePanel();
  const { content } = entry;
  if (content.kind === "handoff") return null;
  const text = content.kind === "text" ? content.text : content.label;
  const edit = (): void => {
    conversation.withdraw(entry.id);
    onEdit(text);
  };
  return (
    <article class={`message customer ${entry.delivery}`}>
      {content.kind === "text" && content.attachment && (
        <ShownFiles files={[content.attachment]} words={words.files} locale={locale} />
      )}
      {text !== "" && (
        <div class="bubble">
          <div class="prose plain" dir="auto">
            {text}
          </div>
        </div>
      )}
      <p class="delivery">
        <DeliveryWords entry={entry} />
        {entry.delivery === "refused" && (
          <button type="button" class="link" onClick={edit}>
            {words.edit}
          </button>
        )}
      </p>
    </article>
  );
}

function DeliveryWords({ entry }: { readonly entry: Outgoing }) {
  const { conversation, words } = usePanel();
  switch (entry.delivery) {
    case "waiting":
      return <>{conversation.status.value === "offline" ? words.willBeSent : words.sending}</>;
    case "sending":
      return <>{words.sending}</>;
    case "delivered":
      return <><CheckIcon /> {words.sent}</>;
    case "refused":
      return <>{words.notSent(entry.problem ?? "")}</>;
  }
}
