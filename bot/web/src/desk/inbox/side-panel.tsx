/* The right column: what to know about the conversation, or why the bot said what it said. */

import type { Conversation } from "../api/records/inbox";
import type { Reasons } from "../api/records/reasons";
import { useDesk } from "../desk";
import { CloseIcon } from "../parts/icons";
import { BriefPanel } from "./brief-panel";
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
  const close = (): void => {
    onShow(false);
    onExplain(false);
  };
  return (
    <aside class={shown ? "reasons shown" : "reasons"} aria-label={explained ? words.reasons.title : words.brief.title}>
      <header>
        <div class="modes" role="group" aria-label={words.brief.panel}>
          <button type="button" aria-pressed={!explained} onClick={() => onExplain(false)}>{words.brief.title}</button>
          <button type="button" aria-pressed={explained} onClick={() => onExplain(true)}>{words.brief.why}</button>
        </div>
        {shown && (
          <button type="button" class="quiet icon-only" aria-label={words.reasons.close} onClick={close}>
            <CloseIcon />
          </button>
        )}
      </header>
      {explained ? <Why reasons={reasons} asked={asked} /> : <BriefPanel brief={open.brief.value} record={record} open={open} />}
    </aside>
  );
}

function Why({ reasons, asked }: Pick<Props, "reasons" | "asked">) {
  const { words } = useDesk();
  return reasons ? <Explanation reasons={reasons} asked={asked} /> : <p class="muted">{words.reasons.none}</p>;
}
