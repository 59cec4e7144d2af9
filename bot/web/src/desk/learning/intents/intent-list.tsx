/* The list of intents: those that wait for review first. A question dropped on one belongs to it. */

import { useState } from "preact/hooks";
import type { ReviewedIntent } from "../../api/records/intents";
import { useDesk } from "../../desk";
import { Link } from "../../parts/link";
import { mayEdit } from "../../parts/may-edit";
import { matching, type OpenIntents } from "./open-intents";

interface Props {
  readonly intents: readonly ReviewedIntent[];
  readonly chosen: string | null;
  /** Questions that are being dragged. */
  readonly dragged: readonly string[];
  readonly open: OpenIntents;
}

export function IntentList({ intents, chosen, dragged, open }: Props) {
  const { words } = useDesk();
  const said = words.learningRoom.intents;
  const [sought, seek] = useState("");
  const found = matching(intents, sought);
  const waiting = found.filter(({ state }) => state === "draft");
  const accepted = found.filter(({ state }) => state === "accepted");
  return (
    <nav class="list" aria-label={said.list}>
      <div class="filters one"><input type="search" aria-label={said.search} placeholder={said.search} value={sought} onInput={(event) => seek(event.currentTarget.value)} /></div>
      <div class="rows">
        <Group title={said.waiting(waiting.length)} intents={waiting} chosen={chosen} dragged={dragged} open={open} />
        <Group title={said.accepted(accepted.length)} intents={accepted} chosen={chosen} dragged={dragged} open={open} />
      </div>
    </nav>
  );
}

function Group({ title, ...rest }: Props & { readonly title: string }) {
  if (rest.intents.length === 0) return null;
  return (
    <>
      <h2 class="group-head">{title}</h2>
      <ul>{rest.intents.map((intent) => <li key={intent.id}><Row intent={intent} {...rest} /></li>)}</ul>
    </>
  );
}

function Row({ intent, chosen, dragged, open }: Omit<Props, "intents"> & { readonly intent: ReviewedIntent }) {
  const { words, user } = useDesk();
  const said = words.learningRoom.intents;
  const [over, setOver] = useState(false);
  const takes = dragged.length > 0 && intent.id !== chosen && mayEdit(user.value);
  const drop = (event: DragEvent): void => {
    if (!takes) return;
    event.preventDefault();
    setOver(false);
    void open.move(dragged, intent.id);
  };
  const enter = (event: DragEvent): void => {
    if (!takes) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <div class={over && takes ? "drop-row over" : "drop-row"} onDragOver={enter} onDragEnter={enter} onDragLeave={() => setOver(false)} onDrop={drop}>
      <Link to={{ page: "learning", part: "intents", item: intent.id }} current={intent.id === chosen} class="row">
        <span class="row-head">
          <strong>{intent.full_name}</strong>
          <span class="small muted">{intent.examples}</span>
        </span>
        <span class="row-foot">
          <span class="preview small">{said.sources[intent.source] ?? intent.source}{intent.templates.length > 0 && ` · ${said.answers(intent.templates.length)}`}</span>
        </span>
      </Link>
    </div>
  );
}
