/* One line on the state of things: no connection, waiting for a person, a new beginning. */

import { useEffect, useState } from "preact/hooks";
import { usePanel } from "./context";

const PATIENCE_MS = 1_500;

export function Notice() {
  const { conversation, words } = usePanel();
  const status = conversation.status.value;
  const slow = useLasting(status === "connecting", PATIENCE_MS);
  const { owner, position, expected_wait_seconds: wait } = conversation.ownership.value;
  return (
    <div class="notices" role="status">
      {status === "offline" && <p class="notice offline">{words.offline}</p>}
      {status === "connecting" && slow && <p class="notice">{words.connecting}</p>}
      {owner === "queue" && <p class="notice waiting">{words.waiting(position ?? null)}{wait != null && ` ${words.waitOf(Math.ceil(wait / 60))}`}</p>}
      {conversation.forgotten.value && <p class="notice waiting">{words.forgotten}</p>}
      {conversation.restarted.value && <p class="notice">{words.restarted}</p>}
    </div>
  );
}

/** Whether `now` has held for that long: what passes quickly is not worth a word. */
function useLasting(now: boolean, milliseconds: number): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    setLasting(false);
    if (!now) return undefined;
    const timer = setTimeout(() => setLasting(true), milliseconds);
    return () => clearTimeout(timer);
  }, [now, milliseconds]);
  return lasting;
}
