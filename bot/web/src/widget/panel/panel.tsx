/* The panel as a whole: header, log, state, composer. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Composer } from "./composer";
import { useDropping } from "../../files/dropping";
import { usePanel } from "./context";
import { Header } from "./header";
import { Log } from "./log";
import { Notice } from "./notice";

interface Props {
  /** Calls back each time the panel is shown and should take the focus. */
  readonly onShown: (callback: () => void) => void;
}

export function ChatPanel({ onShown }: Props) {
  const { choice, close, words } = usePanel();
  const [over, dropping] = useDropping((files) => choice.possible && choice.add(files));
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const focus = (): void => field.current?.focus({ preventScroll: true });
  useEffect(() => onShown(focus), [onShown]);
  useEffect(() => {
    const keyed = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && !event.isComposing) close();
    };
    document.addEventListener("keydown", keyed);
    return () => document.removeEventListener("keydown", keyed);
  }, [close]);
  const edit = (refused: string): void => {
    setText((current) => (current ? `${refused}\n${current}` : refused));
    focus();
  };
  return (
    <main class={over ? "panel dropping" : "panel"} {...dropping}>
      <Header />
      <Log onEdit={edit} />
      <Notice />
      <Composer field={field} text={text} onText={setText} />
      {over && <p class="drop-here">{words.files.dropHere}</p>}
    </main>
  );
}
