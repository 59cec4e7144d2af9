/* The right column: what to know about the conversation, who the customer is, or why the bot said what it said. */

import { useState } from "preact/hooks";

import type { Conversation } from "../api/records/inbox";
import type { Reasons } from "../api/records/reasons";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";
import { BriefPanel } from "./brief-panel";
import { CustomerPanel } from "./customer-panel";
import type { OpenConversation } from "./open-conversation";
import { Explanation } from "./reasons-panel";

interface Props {
  readonly open: OpenConversation;
  readonly record: Conversation;
  readonly reasons: Reasons | null;
  /** What the customer wrote that the explained message replies to. */
  readonly asked: string;
  readonly explained: boolean;
  readonly onExplain: (wanted: boolean) => void;
  /** Somebody asked for it: in a narrow window the panel then lies over the conversation. */
  readonly shown: boolean;
  readonly onShow: (wanted: boolean) => void;
}

export function SidePanel({ open, record, reasons, asked, explained, onExplain, shown, onShow }: Props) {
  const { words } = useDesk();
  const [customer, setCustomer] = useState(false);
  const view = explained ? "why" : customer ? "customer" : "brief";
  const title = { why: words.reasons.title, customer: words.agent.customer, brief: words.brief.title }[view];
  const look = (wanted: typeof view): void => {
    setCustomer(wanted === "customer");
    onExplain(wanted === "why");
  };
  const close = (): void => {
    onShow(false);
    onExplain(false);
  };
  return (
    <aside class={shown ? "reasons shown" : "reasons"} aria-label={title}>
      <header>
        <h2 class="hidden">{title}</h2>
        <div class="modes" role="group" aria-label={words.brief.panel}>
          <button type="button" aria-pressed={view === "brief"} onClick={() => look("brief")}>{words.brief.title}</button>
          <button type="button" aria-pressed={view === "customer"} onClick={() => look("customer")}>{words.agent.customer}</button>
          <button type="button" aria-pressed={view === "why"} onClick={() => look("why")}>{words.brief.why}</button>
        </div>
        {shown && (
          <button type="button" class="quiet icon-only" aria-label={words.reasons.close} onClick={close}>
            <CloseIcon />
          </button>
        )}
      </header>
      {view === "why" && <Why reasons={reasons} asked={asked} />}
      {view === "customer" && <CustomerPanel id={record.id} updated={record.updated_at} />}
      {view === "brief" && <BriefPanel brief={open.brief.value} record={record} open={open} />}
    </aside>
  );
}

function Why({ reasons, asked }: Pick<Props, "reasons" | "asked">) {
  const { words } = useDesk();
  return reasons ? <Explanation reasons={reasons} asked={asked} /> : <p class="muted">{words.reasons.none}</p>;
}
