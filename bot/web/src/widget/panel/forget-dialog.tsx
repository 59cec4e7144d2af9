/* Asks once more before everything is erased. A dialog of our own: browsers refuse theirs to frames. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { usePanel } from "./context";

export function ForgetDialog({ onDone }: { readonly onDone: () => void }) {
  const { config, conversation, words } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const forget = async (): Promise<void> => {
    setBusy(true);
    try {
      await conversation.forget();
      onDone();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <dialog
      class="ask" ref={dialog} aria-labelledby="forget-question" onClose={onDone}
      onKeyDown={(event) => event.key === "Escape" && (event.preventDefault(), onDone())}
    >
      <h2 id="forget-question">{words.forgetQuestion}</h2>
      <p dir="auto">{words.forgetExplained(config.company)}</p>
      {failed && <p class="problem" role="alert">{words.notForgotten}</p>}
      <div class="ask-actions">
        <button type="button" class="plain" onClick={onDone}>{words.cancel}</button>
        <button type="button" class="destructive" disabled={busy} onClick={() => void forget()}>{words.forgetConfirm}</button>
      </div>
    </dialog>
  );
}
