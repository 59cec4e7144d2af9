/* Buttons under a reply. Any answer, by button or by text, closes them, and so does a person taking over. */

import type { Button } from "../../chat/records";
import { usePanel } from "./context";

interface Props {
  readonly buttons: readonly Button[];
  readonly open: boolean;
}

export function QuickReplies({ buttons, open }: Props) {
  const { conversation } = usePanel();
  if (!open || conversation.ownership.value.owner !== "bot") return null;
  return (
    <div class="choices">
      {buttons.map(({ id, label }) => (
        <button type="button" class="choice" key={id} dir="auto" onClick={() => conversation.press(id, label)}>
          {label}
        </button>
      ))}
    </div>
  );
}
