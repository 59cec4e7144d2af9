/* A text to take along, with a button that copies it. */

import { useRef, useState } from "preact/hooks";
import { useRoom } from "./room";

export function CopyBox({ label, text }: { readonly label: string; readonly text: string }) {
  const { words } = useRoom();
  const [copied, setCopied] = useState(false);
  const place = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // Browsers refuse on pages without HTTPS: mark it, so that a key copies it.
      if (place.current) window.getSelection()?.selectAllChildren(place.current);
    }
  };
  return (
    <div class="copy-box" role="group" aria-label={label}>
      <code dir="ltr" ref={place}>{text}</code>
      <button type="button" onClick={() => void copy()}>{copied ? words.copied : words.copy}</button>
    </div>
  );
}
