/* A few emoji to click, where there is no keyboard that offers them. */

import { useEffect, useRef, useState } from "preact/hooks";
import { usePanel } from "./context";
import { SmileIcon } from "./icons";

const EMOJI = [..."🙂😀😂😊😉😍🤔😅😢😡😱🙏👍👎👏👋💪❤🎉⭐✅❌⏰📦🚚💳📷🔧"];
const ACROSS = 7;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ACROSS, ArrowUp: -ACROSS };

export function EmojiButton({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { words } = usePanel();
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const cells = (): HTMLElement[] => [...(place.current?.querySelectorAll<HTMLElement>(".emoji button") ?? [])];
  const close = (): void => {
    setOpen(false);
    place.current?.querySelector<HTMLElement>(".round")?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    cells()[0]?.focus();
    const elsewhere = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [open]);
  const keyed = (event: KeyboardEvent): void => {
    if (!open) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
    const backwards = document.documentElement.dir === "rtl" && event.key.match(/Left|Right/) ? -1 : 1;
    const step = (STEPS[event.key] ?? 0) * backwards;
    if (step === 0) return;
    event.preventDefault();
    const all = cells();
    all[Math.min(Math.max(all.indexOf(event.target as HTMLElement) + step, 0), all.length - 1)]?.focus();
  };
  return (
    <div class="emoji-place" ref={place} onKeyDown={keyed}>
      <button type="button" class="round quiet" aria-label={words.emoji} title={words.emoji} aria-expanded={open} onClick={() => setOpen(!open)}>
        <SmileIcon />
      </button>
      {open && (
        <div class="emoji" role="group" aria-label={words.emoji}>
          {EMOJI.map((emoji) => (
            <button type="button" key={emoji} onClick={() => (setOpen(false), onPick(emoji))}>{emoji}</button>
          ))}
        </div>
      )}
    </div>
  );
}
