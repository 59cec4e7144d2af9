/* What may be chosen for what is being named: a list box above the reply, steered from the text. */

import { useEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk";
import type { Choice, Completing } from "./use-completion";

interface Props {
  readonly id: string;
  readonly completing: Completing;
  readonly onChoose: (choice: Choice) => void;
}

export const optionId = (id: string, place: number): string => `${id}-${place}`;

export function CompletionList({ id, completing: { trigger, choices, current }, onChoose }: Props) {
  const { words } = useDesk();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[current]?.scrollIntoView({ block: "nearest" }), [current]);
  if (trigger === null || choices.length === 0) return null;
  const label = trigger.kind === "answer" ? words.agent.canned : words.agent.colleagues;
  return (
    <ul class="completion" role="listbox" id={id} aria-label={label} ref={list}>
      {choices.map((choice, place) => (
        <li key={choice.id} id={optionId(id, place)} role="option" aria-selected={place === current} onMouseDown={(event) => (event.preventDefault(), onChoose(choice))}>
          <strong dir="auto">{choice.label}</strong>
          {choice.preview !== "" && <span class="preview" dir="auto">{choice.preview}</span>}
          {choice.missing.length > 0 && <span class="tag warn">{words.brief.missing(choice.missing.length)}</span>}
        </li>
      ))}
    </ul>
  );
}
