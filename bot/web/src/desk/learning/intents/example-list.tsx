/* The questions of an intent: marked by key or pointer, then moved, split off or left out together; or dragged. */

import { useRef, useState } from "preact/hooks";
import type { ReviewedExample, ReviewedIntent } from "../../api/records/intents";
import { useDesk } from "../../desk";
import { draggedWith, type OpenIntents } from "./open-intents";

interface Props {
  readonly open: OpenIntents;
  readonly intent: ReviewedIntent;
  readonly others: readonly ReviewedIntent[];
  readonly edits: boolean;
  readonly onDrag: (texts: readonly string[]) => void;
  readonly onGo: (intent: string) => void;
}

export function ExampleList(props: Props) {
  const { words, keys } = useDesk();
  const { open, edits } = props;
  const said = words.learningRoom.intents;
  const target = useRef<HTMLSelectElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const examples = open.examples.value;
  if (examples === null) return <p class="muted">{words.loading}</p>;
  const pressed = (event: KeyboardEvent): void => {
    if (!keys.enabled.value || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (event.key === "m") target.current?.focus();
    else if (step !== undefined) focusBy(list.current, step);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <h3>{said.questions(examples.length)}</h3>
      {edits && <p class="small muted">{said.hint}</p>}
      {edits && <MarkedActs {...props} target={target} />}
      {examples.length === 0 && <p class="muted">{said.noQuestions}</p>}
      <ul class="examples" ref={list} onKeyDown={edits ? pressed : undefined}>
        {examples.map((example) => <li key={example.text}><Example example={example} {...props} /></li>)}
      </ul>
    </>
  );
}

function focusBy(list: HTMLElement | null, step: number): void {
  const boxes = [...(list?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  boxes[boxes.findIndex((box) => box === document.activeElement) + step]?.focus();
}

function Example({ example: { text, decided }, open, intent, others, edits, onDrag }: Props & { readonly example: ReviewedExample }) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  const doubt = open.doubts.value.get(text);
  const rival = doubt && others.find(({ id }) => id === (doubt.intent === intent.id ? doubt.proposed : doubt.intent));
  const drag = (event: DragEvent): void => {
    event.dataTransfer?.setData("text/plain", text);
    onDrag(draggedWith(text, open.marked.value));
  };
  return (
    <div class="example" draggable={edits} onDragStart={drag} onDragEnd={() => onDrag([])}>
      {edits ? (
        <label>
          <input type="checkbox" checked={open.marked.value.has(text)} onChange={(event) => open.mark(text, event.currentTarget.checked)} />
          <span dir="auto">{text}</span>
        </label>
      ) : (
        <span dir="auto">{text}</span>
      )}
      {decided && <span class="tag good">{said.decided}</span>}
      {rival && (
        <>
          <span class="tag warn">{said.rather(rival.full_name)}</span>
          {edits && <button type="button" class="link" disabled={open.busy.value} onClick={() => void open.move([text], rival.id)}>{said.moveThere}</button>}
          {edits && <button type="button" class="link" disabled={open.busy.value} onClick={() => void open.move([text], intent.id)}>{said.keep}</button>}
        </>
      )}
    </div>
  );
}

function MarkedActs({ open, intent, others, target, onGo }: Props & { readonly target: { readonly current: HTMLSelectElement | null } }) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  const [name, setName] = useState("");
  const marked = open.marked.value;
  const disabled = open.busy.value || marked.size === 0;
  const split = async (event: Event): Promise<void> => {
    event.preventDefault();
    const made = await open.split(intent.id, marked, name);
    if (made !== null) onGo(made);
  };
  return (
    <div class="choices marked">
      <span class="small" aria-live="polite">{said.marked(marked.size)}</span>
      <select
        ref={target as { current: HTMLSelectElement | null }}
        aria-label={said.moveTo}
        value=""
        disabled={disabled}
        onChange={({ currentTarget: select }) => {
          const into = select.value;
          select.value = "";
          void open.move(marked, into);
        }}
      >
        <option value="">{said.moveTo}</option>
        {others.map(({ id, full_name: full }) => <option key={id} value={id}>{full}</option>)}
      </select>
      <button type="button" disabled={disabled} onClick={() => void open.move(marked, null)}>{said.learnNothing}</button>
      <form class="split" onSubmit={(event) => void split(event)}>
        <input aria-label={said.splitName} placeholder={said.splitName} value={name} maxLength={200} onInput={(event) => setName(event.currentTarget.value)} />
        <button type="submit" disabled={disabled || name.trim() === ""}>{said.split}</button>
      </form>
    </div>
  );
}
