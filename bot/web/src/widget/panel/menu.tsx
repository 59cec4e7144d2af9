/* What one seldom does: take the conversation along, read about privacy, have everything erased. */

import { useEffect, useRef, useState } from "preact/hooks";
import { ForgetDialog } from "./forget-dialog";
import { usePanel } from "./context";
import { MoreIcon } from "./icons";
import { Privacy } from "./start-form";
import { saveTranscript } from "./transcript";

export function Menu() {
  const { conversation, config, locale, words } = usePanel();
  const [open, setOpen] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const said = conversation.messages.value;
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    place.current?.querySelector<HTMLElement>(".menu button, .menu a")?.focus();
    const elsewhere = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [open]);
  if (said.length === 0 && !config.privacy_url) return null;
  return (
    <div
      class="menu-place" ref={place}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        close();
      }}
    >
      <button type="button" class="round" ref={button} aria-label={words.more} title={words.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        <MoreIcon />
      </button>
      {open && (
        <ul class="menu">
          {said.length > 0 && (
            <li>
              <button type="button" onClick={() => (saveTranscript(said, config.company, locale, words), close())}>{words.transcript}</button>
            </li>
          )}
          {config.privacy_url && <li><Privacy /></li>}
          {conversation.begun && (
            <li>
              <button type="button" class="danger" onClick={() => (setOpen(false), setForgetting(true))}>{words.forget}</button>
            </li>
          )}
        </ul>
      )}
      {forgetting && <ForgetDialog onDone={() => (setForgetting(false), button.current?.focus())} />}
    </div>
  );
}
