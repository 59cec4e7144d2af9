/* The choices for what is being named in the reply box, and the keys that move among them. */

import { useEffect, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { triggerAt, type Trigger } from "./completion";
import type { Draft } from "./drafts";

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** What stands in the text once it is chosen. */
  readonly text: string;
  readonly preview: string;
  readonly missing: readonly string[];
}

export interface Completing {
  readonly trigger: Trigger | null;
  readonly choices: readonly Choice[];
  readonly current: number;
  readonly look: (text: string, caret: number) => void;
  readonly end: () => void;
  /** Whether the key was for the list; `onChoose` is called where it chose something. */
  readonly keyed: (event: KeyboardEvent, onChoose: (choice: Choice) => void) => boolean;
}

export function useCompletion(conversation: string, mode: Draft["mode"]): Completing {
  const { conversations, user } = useDesk();
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [current, setCurrent] = useState(0);
  const { kind, query } = trigger ?? { kind: null, query: "" };
  useEffect(() => {
    if (kind === null) return setChoices([]);
    let wanted = true;
    const asked = kind === "answer" ? answers(conversations.canned(conversation, query)) : colleagues(conversations.users(), query, user.value?.id);
    asked.then((found) => {
      if (!wanted) return;
      setChoices(found);
      setCurrent(0);
    }, () => wanted && setChoices([]));
    return () => void (wanted = false);
  }, [conversations, conversation, kind, query]);
  const end = (): void => setTrigger(null);
  const keyed = (event: KeyboardEvent, onChoose: (choice: Choice) => void): boolean => {
    if (trigger === null || choices.length === 0 || event.isComposing) return false;
    const choice = choices[current];
    if (event.key === "ArrowDown") setCurrent((current + 1) % choices.length);
    else if (event.key === "ArrowUp") setCurrent((current + choices.length - 1) % choices.length);
    else if (event.key === "Escape") end();
    else if ((event.key === "Enter" || event.key === "Tab") && choice) onChoose(choice);
    else return false;
    event.preventDefault();
    return true;
  };
  return { trigger, choices: trigger === null ? [] : choices, current, look: (text, caret) => setTrigger(triggerAt(text, caret, mode)), end, keyed };
}

async function answers(asked: ReturnType<ReturnType<typeof useDesk>["conversations"]["canned"]>): Promise<readonly Choice[]> {
  return (await asked).map(({ id, title, text, preview, missing }) => ({ id, label: title, text, preview, missing }));
}

async function colleagues(asked: ReturnType<ReturnType<typeof useDesk>["conversations"]["users"]>, query: string, me: string | undefined): Promise<readonly Choice[]> {
  const wanted = query.toLocaleLowerCase();
  const others = (await asked).filter(({ id, name }) => id !== me && name.toLocaleLowerCase().startsWith(wanted));
  return others.map(({ id, name }) => ({ id, label: name, text: `@${name} `, preview: "", missing: [] }));
}
